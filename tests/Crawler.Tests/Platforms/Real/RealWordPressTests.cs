using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Crawler.Platforms.WordPress;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Real;

/// <summary>A WordPress of Debian's package with thirty-odd invented posts and pages, harvested on two days.</summary>
public sealed class RealWordPressTests(ITestOutputHelper output)
{
    private static readonly string Script = Path.Combine(RealServer.Scripts, "wordpress.sh");

    [Fact]
    public async Task A_site_is_harvested_as_its_editors_made_it_and_changed_it()
    {
        if (!await RealServer.IsReadyAsync(output, "sh", Script, "check")) return;
        var folder = Directory.CreateTempSubdirectory("dcc-wp-").FullName;
        var port = RealServer.FreePort();
        try
        {
            await DoAsync("start", folder, port.ToString(CultureInfo.InvariantCulture));
            await SiteAsync(folder, new Uri($"http://127.0.0.1:{port}"));
        }
        finally
        {
            await DoAsync("stop", folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task SiteAsync(string folder, Uri address)
    {
        var source = RealServer.Source("wordpress", address);
        var platform = new WordPressPlatform();
        var began = DateTimeOffset.UnixEpoch.AddYears(50);

        await DoAsync("seed", folder, Path.Combine(RealServer.Scripts, "wordpress-day1.json"));
        var first = await RealServer.HarvestAsync(platform, source, Earlier.At(began));
        Assert.Equal(Announced("wordpress-day1.json", address), first.Listings.Select(listing => listing.Url).Order());
        Assert.Empty(first.Refusals);
        Assert.All(first.Pages, page => Assert.False(page.Partial));
        var course = first.Listings.Single(listing => listing.Url.Contains("/courses/cyber", StringComparison.Ordinal));
        Assert.Equal(("Вигадана школа", "PT11H", "цифрові навички"), (course.Provider, course.Workload, Assert.Single(course.Keywords!)));
        Assert.Equal("2026-12-03", first.Listings.Single(listing => listing.Title == "Фактчекінг").Instances![0].Start);

        await DoAsync("seed", folder, Path.Combine(RealServer.Scripts, "wordpress-day2.json"));
        var second = await RealServer.HarvestAsync(platform, source, Earlier.At(began.AddDays(1), first));
        Assert.All(second.Pages, page => Assert.True(page.Partial));
        Assert.Contains(second.Listings, listing => listing.Url.EndsWith("/courses/new", StringComparison.Ordinal));
        Assert.Contains(second.Listings, listing => listing.Title.Contains("Медіаграмотність 2", StringComparison.Ordinal));
        Assert.Equal(
            first.Listings.Where(listing => listing.Url.EndsWith("/d2", StringComparison.Ordinal) || listing.Url.Contains("/law", StringComparison.Ordinal)).Select(listing => listing.Id).Order(),
            second.Pages.SelectMany(page => page.Deleted).Order());
        Assert.All(second.Listings.Where(listing => first.ById.ContainsKey(listing.Id)), listing => Assert.Equal(first.ById[listing.Id].Url, listing.Url));

        var later = await RealServer.HarvestAsync(platform, source, Earlier.At(began.AddDays(14), first, second));
        string[] gone = ["/courses/maps", "/courses/photo", "/courses/law", "/d2"];
        Assert.Equal(
            first.Listings.Where(listing => gone.Any(end => listing.Url.Split('?')[0].EndsWith(end, StringComparison.Ordinal))).Select(listing => listing.Id).Order(),
            first.ById.Keys.Except(later.ById.Keys).Order());
        output.WriteLine($"{first.Listings.Count} courses on the first day, {second.Listings.Count} listed on the second, {later.Listings.Count} at last.");
    }

    private static IEnumerable<string> Announced(string file, Uri site) => JsonDocument.Parse(File.ReadAllText(Path.Combine(RealServer.Scripts, file))).RootElement.GetProperty("create").EnumerateArray()
        .Where(post => post.TryGetProperty("announces", out _))
        .SelectMany(post => post.GetProperty("announces").EnumerateArray().Select(link => link.GetString() is "self" ? $"{site}{post.GetProperty("slug")}/" : link.GetString()!))
        .Order();

    private static async Task DoAsync(params string[] arguments)
    {
        var (status, said) = await RealServer.RunAsync("sh", [Script, .. arguments]);
        Assert.True(status == 0, said);
    }
}
