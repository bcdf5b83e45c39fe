using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms.WordPress;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>
/// A whole recorded library site against what its editors meant each post to be. Of a post are compared: whether it announces something, categories,
/// tags, picture; of each announced course: address, title, provider, hours, beginning, price, language, as far as the post says them.
/// </summary>
public sealed partial class WordPressTruthTests(ITestOutputHelper output)
{
    // What the editors know and wrote nowhere in the post.
    private static readonly HashSet<string> Unsaid = ["7 hours", "12 start", "15 provider", "17 provider", "20 provider", "25 title", "25 provider"];

    [Fact]
    public async Task Posts_that_announce_a_course_are_told_from_the_others()
    {
        if (await SiteAsync() is not var (posts, harvested)) return;
        var announced = posts.Values.Where(post => post.GetProperty("is_course_announcement").GetBoolean()).Select(post => Text(post, "id")).ToHashSet();
        var chosen = harvested.Listings.Select(Post).ToHashSet();
        foreach (var id in chosen.Except(announced)) output.WriteLine($"Taken, announces nothing: {id} {harvested.ById[id].Title}");
        foreach (var id in announced.Except(chosen)) output.WriteLine($"Left out: {id} {Text(posts[id], "title")}");
        Assert.Equal(announced.Order(), chosen.Order());
        Assert.Empty(harvested.Refusals);
        Assert.DoesNotContain("73", chosen);
    }

    [Fact]
    public async Task Every_announced_course_is_a_listing_of_its_own()
    {
        if (await SiteAsync() is not var (posts, harvested)) return;
        foreach (var post in posts.Values.Where(post => post.GetProperty("is_course_announcement").GetBoolean()))
        {
            var urls = harvested.Listings.Where(listing => Post(listing) == Text(post, "id")).Select(listing => listing.Url).Order();
            Assert.Equal(Courses(post).Select(course => Text(course, "url")).Order(), urls);
        }

        Assert.Equal(24, harvested.Listings.Count);
        Assert.Equal(harvested.Listings.Count, harvested.ById.Count);
    }

    [Fact]
    public async Task What_a_post_says_of_a_course_is_in_its_listing()
    {
        if (await SiteAsync() is not var (posts, harvested)) return;
        var wrong = new List<string>();
        var compared = 0;
        foreach (var (id, post) in posts)
        {
            foreach (var course in Courses(post))
            {
                var listing = harvested.Listings.Single(listing => Post(listing) == id && listing.Url == Text(course, "url"));
                foreach (var (field, expected, actual) in Compared(course, listing))
                {
                    if (Unsaid.Contains($"{id} {field}")) continue;
                    compared++;
                    if (expected != actual) wrong.Add($"{id} {field}: «{expected}» is read as «{actual}»");
                }
            }
        }

        output.WriteLine($"{compared} values compared.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(compared == 56, $"{compared} values compared.");
    }

    [Fact]
    public async Task Categories_tags_and_picture_are_those_of_the_post()
    {
        if (await SiteAsync() is not var (posts, harvested)) return;
        foreach (var listing in harvested.Listings)
        {
            var post = posts[Post(listing)];
            Assert.Equal(Texts(post, "categories").Order(), listing.Subjects!.Order());
            Assert.Equal(Texts(post, "tags").Order(), (listing.Keywords ?? []).Order());
            var image = Text(post, "featured_image");
            if (image.Length == 0) Assert.Null(listing.Image);
            else Assert.EndsWith(image, Uri.UnescapeDataString(listing.Image!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_second_day_brings_what_changed_since_the_first()
    {
        if (await SiteAsync() is null) return;
        using var site = RecordedSite.Open("wordpress-day1", "wordpress", "home", output)!;
        var first = await Harvested.Of(new WordPressPlatform(), site.Source, new Night(site, Earlier.Nothing));
        var changes = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Workspace.Captures("wordpress/day2")!, "changes.json"))).RootElement.EnumerateArray()
            .Where(change => change.TryGetProperty("id", out _))
            .ToLookup(change => Text(change, "change") is "trashed" or "deleted", change => Text(change, "id"));

        var second = await Harvested.Of(new WordPressPlatform(), site.Source, new Night(site, Earlier.At(1, first)));
        // 22 was changed on the evening before, which the overlap of a day brings once more.
        Assert.Equal(changes[false].Append("22").Order(), second.ById.Keys.Order());
        Assert.Empty(second.Pages.SelectMany(page => page.Deleted));
        Assert.All(second.Pages, page => Assert.True(page.Partial));
        Assert.Equal("https://prometheus.org.ua/course/course-v1:BS+DLS101+2026_T4", second.ById["83"].Url);
        Assert.Equal("2026-12-15", second.ById["83"].Instances![0].Start);
        Assert.Contains("ОНОВЛЕНО", second.ById["5"].Description, StringComparison.Ordinal);
        Assert.All(changes[false].Where(first.ById.ContainsKey), id => Assert.Equal(first.ById[id].Url, second.ById[id].Url));

        // Only the next whole list shows what is gone.
        var later = await Harvested.Of(new WordPressPlatform(), site.Source, new Night(site, Earlier.At(14, first, second)));
        Assert.False(later.Pages[0].Partial);
        Assert.Equal(changes[true].Order(), first.ById.Keys.Except(later.ById.Keys).Order());
    }

    // Field, what the truth says, what was read; both in the same words.
    private static IEnumerable<(string Field, string? Expected, string? Actual)> Compared(JsonElement course, RawListing listing)
    {
        // One course of a post keeps the post's title, which holds the course's.
        var title = Letters(Text(course, "title").Replace("(вебінар)", "", StringComparison.Ordinal));
        var read = Letters(HtmlText.OneLine(listing.Title));
        yield return ("title", title, listing.Id.Contains('-', StringComparison.Ordinal) || !read.Contains(title, StringComparison.Ordinal) ? read.Replace("вебінар", "", StringComparison.Ordinal) : title);
        if (course.TryGetProperty("provider", out var provider)) yield return ("provider", provider.GetString(), listing.Provider);
        if (course.TryGetProperty("hours", out var hours)) yield return ("hours", $"PT{hours}H", listing.Workload);
        if (course.TryGetProperty("start", out var start)) yield return ("start", start.GetString(), listing.Instances?[0].Start?[..10]);
        if (course.TryGetProperty("price", out var price)) yield return ("price", price.GetString(), listing.Prices is [var tag] ? string.Create(CultureInfo.InvariantCulture, $"{tag.Amount} грн") : null);
        if (course.TryGetProperty("lang", out var language))
        {
            var normalised = new CourseNormaliser().Normalise(listing, new SourceTraits("biblio", "Біблі", "uk", KeepAuthors: false));
            yield return ("lang", language.GetString(), normalised.Course!.Language);
        }
    }

    private async Task<(Dictionary<string, JsonElement> Posts, Harvested Harvested)?> SiteAsync()
    {
        using var site = RecordedSite.Open("wordpress-day1", "wordpress", "home", output);
        if (site is null) return null;
        return (site.Truth.GetProperty("posts").EnumerateArray().ToDictionary(post => Text(post, "id")), await Harvested.Of(new WordPressPlatform(), site.Source, site));
    }

    private static string Post(RawListing listing) => listing.Id.Split('-')[0];

    private static List<JsonElement> Courses(JsonElement post) => post.TryGetProperty("courses", out var courses) ? [.. courses.EnumerateArray()] : [];

    private static IEnumerable<string> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    private static string Text(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";

    private static string Letters(string text) => NoLetter().Replace(text.Normalize(NormalizationForm.FormC), "").ToLowerInvariant();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetter();
}
