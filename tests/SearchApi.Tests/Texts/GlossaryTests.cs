using System.Text.RegularExpressions;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Tests.Texts;

/// <summary>docs/glossary.md keeps one Ukrainian word for each idea.</summary>
public sealed class GlossaryTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(RealParts.Root, "docs", "glossary.md"))
            .Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly string All = string.Join('\n', PageTexts.Ukrainian.All.Values);

    [Fact]
    public void The_word_of_the_glossary_is_the_word_of_the_pages()
    {
        Assert.True(Rows.Count >= 20, $"Only {Rows.Count} rows were read.");
        // Without its last two letters a word is found in most of its cases.
        Assert.All(Rows.SelectMany(row => row[1].Split(", ")), word => Assert.Contains(word[..^2], All, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_other_word_is_used_for_the_same()
    {
        var wrong = Rows.SelectMany(row => row[3].Split(", ", StringSplitOptions.RemoveEmptyEntries))
            .Where(word => Regex.IsMatch(All, $@"\b{Regex.Escape(word).Replace(@"\*", @"\w*", StringComparison.Ordinal)}\b", RegexOptions.IgnoreCase));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Ukrainian_texts_have_one_kind_of_dash() => Assert.DoesNotContain("—", All, StringComparison.Ordinal);
}
