using System.Text.RegularExpressions;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Tests.Texts;

public sealed partial class PageTextsTests
{
    [Fact]
    public void Both_languages_have_the_same_texts() =>
        Assert.Equal(PageTexts.Ukrainian.All.Keys.Order(), PageTexts.English.All.Keys.Order());

    [Fact]
    public void Both_languages_leave_the_same_gaps() =>
        Assert.All(PageTexts.Ukrainian.All, text => Assert.Equal(Gaps(text.Value), Gaps(PageTexts.English.All[text.Key])));

    [Fact]
    public void Nouns_with_numbers_have_all_their_forms() =>
        Assert.All(PageTexts.Ukrainian.All.Keys.Where(key => key.StartsWith("count.", StringComparison.Ordinal)), key =>
            Assert.Equal((3, 2), (PageTexts.Ukrainian[key].Split('|').Length, PageTexts.English[key].Split('|').Length)));

    [Fact]
    public void Every_text_that_the_source_names_exists()
    {
        var named = Directory.EnumerateFiles(Path.Combine(RealParts.Root, "src", "SearchApi"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => NamedText().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Where(key => !key.Contains('{', StringComparison.Ordinal))
            .Distinct().ToList();

        Assert.True(named.Count > 60, $"Only {named.Count} texts were found in the source.");
        Assert.All(named, key => Assert.Contains(key, PageTexts.Ukrainian.All.Keys));
    }

    [Fact]
    public void Ukrainian_texts_are_written_as_Ukrainian_is()
    {
        Assert.All(PageTexts.Ukrainian.All, text =>
        {
            Assert.DoesNotContain('\'', text.Value);
            Assert.DoesNotContain('"', text.Value);
            Assert.DoesNotMatch("[ыэъёЫЭЪЁ]", text.Value);
        });
    }

    [Fact]
    public void A_date_is_the_day_in_Kyiv_in_words()
    {
        var lateInUtc = new DateTimeOffset(2026, 11, 6, 22, 30, 0, TimeSpan.Zero);

        Assert.Equal("7 листопада 2026\u00a0р.", PageTexts.Ukrainian.Date(lateInUtc));
        Assert.Equal("7 November 2026", PageTexts.English.Date(lateInUtc));
    }

    [Theory]
    [InlineData("uk", "українська")]
    [InlineData("mul", "кілька мов")]
    [InlineData("xx-nonsense", "xx-nonsense")]
    public void A_language_has_a_name(string tag, string name) => Assert.Equal(name, PageTexts.Ukrainian.LanguageName(tag));

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();

    [GeneratedRegex("""(?:T|texts)(?:\.Fill\(|\.Count\(|\[)"(?<key>[^"]+)""")]
    private static partial Regex NamedText();
}
