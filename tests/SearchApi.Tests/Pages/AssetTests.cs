using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class AssetTests
{
    [Fact]
    public async Task The_stylesheet_is_small_kept_for_long_and_asks_for_nothing()
    {
        await using var site = await SampleSite.SharedAsync();
        var (_, page) = await site.PageAsync("/");
        var address = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var response = await site.GetAsync(address);
        var css = await response.Content.ReadAsStringAsync();

        Assert.Matches(@"^/assets/site\.css\?v=[0-9a-f]{12}$", address);
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
        Assert.InRange(css.Length, 1000, 30_000);
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
    }
}
