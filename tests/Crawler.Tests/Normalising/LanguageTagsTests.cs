using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class LanguageTagsTests
{
    [Theory]
    [InlineData("uk", "uk")]
    [InlineData("ua", "uk")]
    [InlineData("UKR", "uk")]
    [InlineData("Українська", "uk")]
    [InlineData("українська мова", "uk")]
    [InlineData("uk_ua", "uk")]
    [InlineData("uk-UA", "uk")]
    [InlineData("en", "en")]
    [InlineData("en-US", "en-US")]
    [InlineData("EN_gb", "en-GB")]
    [InlineData("English", "en")]
    [InlineData("zh-hant", "zh-Hant")]
    [InlineData("pt_br", "pt-BR")]
    [InlineData("українська, англійська", "mul")]
    [InlineData("uk; ua", "uk")]
    [InlineData("mul", "mul")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("рідна", null)]
    [InlineData("<script>", null)]
    public void Names_become_tags(string? name, string? tag) => Assert.Equal(tag, LanguageTags.Canonical(name));
}
