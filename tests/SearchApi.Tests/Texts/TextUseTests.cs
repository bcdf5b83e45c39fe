using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Tests.Texts;

public sealed partial class TextUseTests
{
    /// <summary>The same in both languages, because they are codes or signs.</summary>
    private static readonly string[] Alike = ["help.code.example", "help.value.subtitle", "course.runs", "desk.words", "desk.verdict.set"];

    /// <summary>English texts that quote Ukrainian.</summary>
    private static readonly string[] Quoting = ["site.otherLanguage", "help.or"];

    [Fact]
    public void Every_text_is_used()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(RealParts.Root, "src", "SearchApi"), "*.*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var whole = Literal().Matches(source).Select(match => match.Groups["text"].Value).ToHashSet(StringComparer.Ordinal);
        var begun = Begun().Matches(source).Select(match => match.Groups["text"].Value)
            .Concat(Field().Matches(source).Select(match => match.Groups["text"].Value + "."))
            .Concat(Enum.GetValues<Facet>().Select(facet => Wire.Name(facet) + "."))
            .Distinct(StringComparer.Ordinal).ToList();

        var unused = PageTexts.Ukrainian.All.Keys.Where(key => !whole.Contains(key) && !begun.Any(start => key.StartsWith(start, StringComparison.Ordinal)));

        Assert.Empty(unused);
    }

    [Fact]
    public void Every_text_is_translated()
    {
        Assert.Equal(Alike, PageTexts.Ukrainian.All.Where(text => text.Value == PageTexts.English[text.Key]).Select(text => text.Key).OrderBy(key => Array.IndexOf(Alike, key)));
        Assert.Equal(Quoting, PageTexts.English.All.Where(text => Cyrillic().IsMatch(text.Value)).Select(text => text.Key).OrderBy(key => Array.IndexOf(Quoting, key)));
        Assert.All(PageTexts.Ukrainian.All.Where(text => !Alike.Contains(text.Key)), text =>
            Assert.True(Cyrillic().IsMatch(text.Value) || !Latin().IsMatch(Gap().Replace(text.Value, "")) || text.Key == "site.otherLanguage", $"{text.Key}: {text.Value}"));
    }

    [GeneratedRegex("""
        "(?<text>[A-Za-z0-9.-]+)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    // $"check.{competence}" uses every text that begins with «check.».
    [GeneratedRegex("""\$"(?<text>[A-Za-z0-9]+\.[A-Za-z0-9.]*)\{""")]
    private static partial Regex Begun();

    // Value("price", …) uses every text that begins with «price.».
    [GeneratedRegex("""(?:Value|Known)\((?:texts, |T, )?"(?<text>[A-Za-z.]+)",""")]
    private static partial Regex Field();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
