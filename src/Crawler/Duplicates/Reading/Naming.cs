using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// Whom and what a listing names, and what it is to be known by when another names it, all as sorted hashes of sounds: so that a post «на CourseLane з Пітером Амаді» finds
/// the course of Peter Amadi there.
/// </summary>
internal sealed partial class Naming
{
    private const int WordsKept = 160;
    private const int SubjectKept = 60;
    private const int NamesKept = 6;
    private const int LongestName = 3;
    private const int ShortestName = 4;

    private static readonly HashSet<uint> GivenNames = [.. Senses.Lines("given-names.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(name => Senses.SoundOf(LatinSounds.Of(name)))];

    /// <summary>The portal by its name and by its host.</summary>
    public required ulong[] Portals { get; init; }

    /// <summary>The telling words of the institution.</summary>
    public required ulong[] Makers { get; init; }

    /// <summary>The same by their beginnings.</summary>
    public required uint[] MakerSounds { get; init; }

    /// <summary>The authors' names without first names.</summary>
    public required uint[] Surnames { get; init; }

    /// <summary>The sound of a telling word of its portal, its host and its institution each.</summary>
    public required uint[] Houses { get; init; }

    /// <summary>All sounds of portal, institution and teachers: whoever names them says nothing of the subject.</summary>
    public required uint[] Who { get; init; }

    /// <summary>Names of up to three words that the listing writes with capitals, and words of its address.</summary>
    public required ulong[] Chains { get; init; }

    /// <summary>Single words that are names, without the listing's own portal and institution.</summary>
    public required uint[] Names { get; init; }

    /// <summary>The first of them in order.</summary>
    public required uint[] NamesInOrder { get; init; }

    /// <summary>The sounds of all its words, wherever they stand.</summary>
    public required uint[] Sounds { get; init; }

    /// <summary>What all its words can mean.</summary>
    public required uint[] Meanings { get; init; }

    /// <summary>The telling words of its title.</summary>
    public required Sense[] Title { get; init; }

    /// <summary>The first telling words of title and text, each once.</summary>
    public required Sense[] Subject { get; init; }

    /// <summary>The telling words of its title in order, as hashes of which the last bit says that few listings use the word.</summary>
    public required uint[] TitleInOrder { get; init; }

    /// <summary>The same of its text, as far as that speaks of itself.</summary>
    public required uint[] TextInOrder { get; init; }

    /// <summary>The same of the sentences that name the course before, behind or below it.</summary>
    public required uint[] BesideInOrder { get; init; }

    /// <summary>The codes of courses that its title and text state, «ФЛ-214».</summary>
    public required uint[] Codes { get; init; }

    /// <summary>Reads it from a course whose title without code is <paramref name="named"/>; <paramref name="own"/> is its text without what it says of others.</summary>
    public static Naming Of(Course course, string named, IReadOnlyList<AnalysedToken> title, string text, string own, IReadOnlyList<AnalysedToken> words, Senses senses, TextAnalysis analysis)
    {
        var makers = OwnWords(course, senses, analysis);
        var slug = AddressNames.Slug(course.Url);
        var authors = course.Authors.SelectMany(author => TitleWords.Places(analysis.Analyse(author))).ToList();
        var publisher = course.Publisher is null ? [] : TitleWords.Places(analysis.Analyse(course.Publisher)).ToList();
        var read = words.Take(WordsKept).ToList();
        var isAlone = ReferenceEquals(own, text);
        var titleSenses = title.Where(TitleWords.IsTelling).Select(senses.Of).Where(sense => !sense.IsCommon && !makers.Contains(sense.Sound)).Distinct().ToArray();
        var telling = titleSenses.Concat(read.Select(senses.Of).Where(sense => !sense.IsCommon)).Distinct().ToList();
        var host = AddressNames.HostLabel(course.Url);
        var names = WrittenNames.Words(named, title, isTitle: true, senses, analysis).Concat(WrittenNames.Words(text, read, isTitle: false, senses, analysis)).Where(sound => sound != 0 && !makers.Contains(sound)).Distinct().ToList();
        return new Naming
        {
            Portals = [.. PortalKeys(course, host, senses, analysis).Distinct()],
            Makers = [.. publisher.Where(word => IsTellingName(word, course.Publisher!, senses)).Select(word => senses.Of(word).LongSound).Distinct()],
            MakerSounds = [.. publisher.Where(word => IsTellingName(word, course.Publisher!, senses)).Select(word => senses.Of(word).Sound).Where(sound => sound != 0).Distinct().Take(2)],
            Surnames = [.. authors.Where(word => word.Word.Length >= ShortestName).Select(word => senses.Of(word).Sound).Where(sound => sound != 0 && !GivenNames.Contains(sound)).Distinct().Order()],
            Houses = [.. HousesOf(course, host, senses, analysis).Where(sound => sound != 0).Distinct()],
            Who = [.. makers.Concat(authors.Select(word => senses.Of(word).Sound)).Append(Senses.SoundOf(LatinSounds.Of(host))).Where(sound => sound != 0).Distinct().Order()],
            Chains = [.. WrittenNames.Chains(named, title, senses).Concat(WrittenNames.Chains(text, read, senses)).Concat(slug.Select(part => Senses.LongSoundOf(LatinSounds.Of(part))))
                .Concat(course.Authors.Append(course.Publisher ?? "").SelectMany(name => WrittenNames.Chains(name, [.. TitleWords.Places(analysis.Analyse(name))], senses)))
                .Concat(AddressNames.HostsIn(text).Select(label => Senses.LongSoundOf(LatinSounds.Of(label)))).Distinct().Order()],
            Names = [.. names.Order()],
            NamesInOrder = [.. names.Take(NamesKept)],
            Sounds = [.. title.Concat(read).Concat(authors).Concat(publisher).Select(word => senses.Of(word).Sound).Concat(makers).Concat(slug.Append(host).Select(part => Senses.SoundOf(LatinSounds.Of(part)))).Where(sound => sound != 0).Distinct().Order()],
            Meanings = [.. telling.SelectMany(sense => sense.Meanings).Concat(slug.SelectMany(part => TitleWords.Places(analysis.Analyse(part))).SelectMany(word => senses.Of(word).Meanings)).Distinct().Order()],
            Title = titleSenses,
            Subject = [.. telling.Where(sense => !makers.Contains(sense.Sound)).Take(SubjectKept)],
            TitleInOrder = InOrder(title, senses),
            TextInOrder = InOrder(isAlone ? read : ListingText.PlacesOf(own, analysis).Take(WordsKept), senses),
            BesideInOrder = isAlone ? [] : InOrder(ListingText.PlacesOf(Neighbours.Named(text), analysis), senses),
            Codes = [.. Code().Matches($"{course.Title} . {own}").Select(match => (uint)StableHash.Of(LatinSounds.Of(match.Groups["letters"].Value.ToLowerInvariant()) + match.Groups["number"].Value)).Distinct().Order()],
        };
    }

    private static uint[] InOrder(IEnumerable<AnalysedToken> words, Senses senses) =>
        [.. words.Where(TitleWords.IsTelling).Select(senses.Of).Select(sense => ((uint)sense.LongSound & ~1u) | (sense.IsCommon ? 0u : 1u))];

    // The portal's name whole, and the word by which its host is known.
    private static IEnumerable<ulong> PortalKeys(Course course, string host, Senses senses, TextAnalysis analysis)
    {
        var words = course.Provider is { } name ? TitleWords.Places(analysis.Analyse(name)).ToList() : [];
        var label = Senses.LongSoundOf(LatinSounds.Of(host));

        // «Microsoft» is no «Microsoft Learn».
        if (AddressNames.IsTelling(host) && (words.Count < 2 || !words.Exists(word => senses.Of(word).LongSound == label)))
        {
            yield return label;
        }

        if (words.Count is >= 1 and <= LongestName && (words.Count > 1 || IsLongEnough(words[0], course.Provider!)))
        {
            yield return WrittenNames.Chain([.. words.Select(word => senses.Of(word).LongSound)]);
        }
    }

    // Of each name the longest word: it tells most.
    private static IEnumerable<uint> HousesOf(Course course, string host, Senses senses, TextAnalysis analysis) =>
        new[] { course.Provider, course.Publisher }.OfType<string>()
            .Select(name => TitleWords.Places(analysis.Analyse(name)).Where(word => (word.Word[^1] == '+' || !Organisation.IsGeneral(word)) && IsLongEnough(word, name)).OrderByDescending(word => word.Length).FirstOrDefault())
            .Where(word => word.Length > 0).Select(word => senses.Of(word).Sound)
            .Append(AddressNames.IsTelling(host) ? Senses.SoundOf(LatinSounds.Of(host)) : 0);

    // «edX», «ВУМ».
    private static bool IsLongEnough(AnalysedToken word, string name) =>
        word.Word.Length >= ShortestName || (word.Word.Length == ShortestName - 1 && WrittenNames.Capitals(name.AsSpan(word.Start + 1, word.Length - 1)) >= 1);

    private static HashSet<uint> OwnWords(Course course, Senses senses, TextAnalysis analysis) =>
        [.. new[] { course.Provider, course.Publisher }.OfType<string>().SelectMany(name => TitleWords.Places(analysis.Analyse(name))).Select(word => senses.Of(word).Sound).Where(sound => sound != 0)];

    private static bool IsTellingName(AnalysedToken word, string name, Senses senses) =>
        word.Word.Length >= ShortestName && char.IsUpper(name[word.Start]) && !senses.Of(word).IsCommon && !Organisation.IsGeneral(word);

    [GeneratedRegex(@"(?<![\p{L}\d])(?<letters>\p{Lu}{2,6})[-\s]?(?<number>\d{2,4})(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
