using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.DigComp;

/// <summary>The rings that the project ships: what a slip of the pen would spoil without any other sign.</summary>
public sealed partial class RingFilesTests
{
    // More, and a word says too little about what is meant.
    private const int MostRings = 6;

    private static readonly string Folder = Path.Combine(ProjectFiles.Root, "config", "vocabulary");

    private static readonly List<Ring> Rings =
    [
        .. QueryWordFiles.OfRings(Folder).SelectMany(file => File.ReadAllLines(Path.Combine(Folder, file))
            .Select((line, index) => new Ring($"{file}:{index + 1}", line))
            .Where(ring => !ring.Line.StartsWith('#'))),
    ];

    [Fact]
    public void Each_file_of_rings_is_loaded_in_full() => Assert.Equal(Rings.Select(ring => ring.Line), ProjectFiles.Lexicon.QueryWords.Rings.Select(ring => string.Join('\t', ring)));

    [Fact]
    public void Members_are_parted_by_one_tab_and_words_by_one_space() => Assert.Empty(Rings.FindAll(ring => !WellParted().IsMatch(ring.Line)));

    [Fact]
    public void No_word_mixes_Latin_and_Cyrillic_letters() => Assert.Empty(Rings.FindAll(ring => MixedWord().IsMatch(ring.Line)));

    [Fact]
    public void A_ring_has_two_different_members_or_more() => Assert.Empty(Rings.FindAll(ring => ring.Members.Length < 2 || ring.Members.Distinct().Count() < ring.Members.Length));

    [Fact]
    public void No_ring_stands_twice() => Assert.Empty(Rings
        .GroupBy(ring => string.Join('\t', ring.Members.Order(StringComparer.Ordinal)))
        .Where(same => same.Count() > 1)
        .Select(same => string.Join(" = ", same)));

    [Fact]
    public void No_member_is_of_stop_words_only() => Assert.Empty(Rings.FindAll(ring => ring.Members.Any(member => member.Split(' ').All(StopWords.Contains))));

    [Fact]
    public void No_member_stands_in_so_many_rings_that_it_says_little() => Assert.Empty(Rings
        .SelectMany(ring => ring.Members.Select(member => (ring.Place, member)))
        .GroupBy(one => one.member)
        .Where(rings => rings.Count() > MostRings)
        .Select(rings => $"«{rings.Key}» is too ambiguous, it stands in {string.Join(", ", rings.Select(one => one.Place))}"));

    // Between members one tab, between words one space, none at the ends, no other blanks.
    [GeneratedRegex(@"^[^\s](?:[^\s]|[ \t](?=[^\s]))*$")]
    private static partial Regex WellParted();

    [GeneratedRegex(@"[a-zA-Z]\p{IsCyrillic}|\p{IsCyrillic}[a-zA-Z]")]
    private static partial Regex MixedWord();

    private sealed record Ring(string Place, string Line)
    {
        /// <summary>The words of each member, folded, with a space between.</summary>
        public string[] Members { get; } =
            [.. Line.Split('\t').Select(member => string.Join(' ', ProjectFiles.Analysis.Analyse(member).Where(token => !token.Word.Contains('-', StringComparison.Ordinal)).Select(token => token.Word)))];

        public override string ToString() => $"{Place}: {Line}";
    }
}
