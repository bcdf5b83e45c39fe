using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Feeds;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>
/// The feeds, sitemaps and pages of the recorded WordPress. Of a feed's entry are compared title, link, categories and tags, day and moment; of the
/// sitemap of posts all addresses; of a page whether it may be listed, and that it describes no course to programs.
/// </summary>
public sealed partial class WordPressDocumentTests(ITestOutputHelper output)
{
    // The oldest kind of feed has neither dates nor categories.
    private const string Bare = "feed/rss-091";

    [Fact]
    public void Every_entry_of_every_feed_is_the_post_it_announces()
    {
        if (Posts() is not { } posts) return;
        var (feeds, entries) = (0, 0);
        foreach (var entry in Entries().Where(entry => IsFeed(entry) && Status(entry) == 200 && Text(entry, "name") != "feed/comments"))
        {
            var name = Text(entry, "name");
            var read = FeedReader.Read(Page(entry));
            feeds++;
            Assert.Equal((name, ItemStart().Count(File.ReadAllText(Body(entry)))), (name, read.Entries.Count + read.Unfit));
            Assert.Equal((name, 0), (name, read.Unfit));
            foreach (var one in read.Entries)
            {
                if (posts.GetValueOrDefault(Key(one.Link)) is not { ValueKind: JsonValueKind.Object } post)
                {
                    // What the second day brought, what asks for a password, and pages, which only a search finds beside posts.
                    Assert.True(name.StartsWith("day2/", StringComparison.Ordinal) || name == "feed/rss-search" || one.Title.StartsWith("Захищено", StringComparison.Ordinal), $"{name}: {one.Link}");
                    continue;
                }

                entries++;
                if (!name.StartsWith("day2/", StringComparison.Ordinal)) Assert.Equal((name, Letters(Text(post, "title"))), (name, Letters(HtmlText.OneLine(one.Title))));
                // On the second day a category had another name.
                if (name == Bare || name.StartsWith("day2/", StringComparison.Ordinal)) continue;
                Assert.Equal((name, Names(post)), (name, string.Join('|', one.Categories.Select(category => HtmlText.OneLine(category)).Order(StringComparer.Ordinal))));
                Assert.True(one.Changed >= Moment(post, "date_gmt"), $"{name}: {one.Link} of {one.Changed}");
            }
        }

        output.WriteLine($"{entries} entries of {feeds} feeds compared.");
        Assert.True(feeds >= 9 && entries >= 60, $"{entries} entries of {feeds} feeds.");
    }

    [Fact]
    public void A_feed_of_comments_and_one_that_is_switched_off_announce_no_course()
    {
        if (Entries().ToDictionary(entry => Text(entry, "name")) is not { Count: > 0 } entries) return;
        var comments = FeedReader.Read(Page(entries["feed/comments"]));
        Assert.DoesNotContain(comments.Entries, entry => entry.Title.Contains("курс", StringComparison.OrdinalIgnoreCase) && !entry.Title.Contains("Коментар", StringComparison.OrdinalIgnoreCase));
        Assert.Throws<ListingUnreliableException>(() => FeedReader.Read(Page(entries["variants/feed-off"])));
    }

    [Fact]
    public void The_sitemaps_hold_every_address()
    {
        if (Posts() is not { } posts) return;
        var read = 0;
        foreach (var entry in Entries().Where(entry => Text(entry, "name").Contains("sitemap", StringComparison.Ordinal) && Status(entry) == 200))
        {
            var file = SitemapReader.Read(Page(entry));
            read++;
            Assert.Equal((Text(entry, "name"), LocStart().Count(File.ReadAllText(Body(entry)))), (Text(entry, "name"), file.Entries.Count + file.Files.Count));
        }

        var listed = SitemapReader.Read(Page(Entries().Single(entry => Text(entry, "name") == "sitemap/wp-sitemap-posts-post-1"))).Entries;
        // This WordPress tells no moment of change.
        Assert.All(listed, one => Assert.Null(one.Changed));
        Assert.Empty(posts.Keys.Except(listed.Select(one => Key(one.Address))));
        output.WriteLine($"{read} sitemaps, {listed.Count} posts.");
        Assert.True(read >= 7, $"{read} sitemaps.");
    }

    [Fact]
    public void A_page_says_whether_it_may_be_listed_and_describes_no_course_to_programs()
    {
        var read = 0;
        foreach (var entry in Entries().Where(entry => Text(entry, "file").EndsWith(".html", StringComparison.Ordinal) && Status(entry) == 200))
        {
            var name = Text(entry, "name");
            var rules = IndexingRules.Of(new Dictionary<string, string>(), PageText.Decode(Page(entry)).Text, TimeProvider.System.GetUtcNow());
            var hides = NoIndex().IsMatch(File.ReadAllText(Body(entry)));
            Assert.Equal((name, hides), (name, rules.NotListedBy is not null));
            Assert.Equal((name, 0), (name, CoursePageReader.ReadAll(Page(entry), "page", anyPage: false).Count));
            read++;
        }

        if (Workspace.Captures("wordpress") is null) return;
        output.WriteLine($"{read} pages read.");
        Assert.True(read >= 30, $"{read} pages.");
    }

    private Dictionary<string, JsonElement>? Posts() => Workspace.Captures("wordpress") is { } folder
        ? JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "truth.json"))).RootElement.GetProperty("posts").EnumerateArray()
            .Where(post => Text(post, "status") == "publish").ToDictionary(post => Key(new Uri(Text(post, "permalink"))))
        : null;

    private IEnumerable<JsonElement> Entries()
    {
        if (Workspace.Captures("wordpress") is not { } folder)
        {
            output.WriteLine("Passed without a check: the recordings captures/wordpress are not beside the working copy.");
            return [];
        }

        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json"))).RootElement.EnumerateArray()
            .Where(entry => entry.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String);
    }

    private static bool IsFeed(JsonElement entry) => Text(entry, "content_type") is "application/rss+xml" or "application/atom+xml" or "application/rdf+xml";

    private static Page Page(JsonElement entry) => new()
    {
        Request = new PageRequest(new Uri(Text(entry, "url"))),
        Address = new Uri(Text(entry, "url")),
        Status = (HttpStatusCode)Status(entry),
        Body = File.ReadAllBytes(Body(entry)),
        ContentType = Text(entry, "content_type"),
    };

    private static string Key(Uri address) => Uri.UnescapeDataString(address.AbsolutePath).Trim('/');

    private static string Names(JsonElement post) =>
        string.Join('|', post.GetProperty("categories").EnumerateArray().Concat(post.GetProperty("tags").EnumerateArray()).Select(name => name.GetString()!)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));

    private static DateTimeOffset Moment(JsonElement post, string name) =>
        DateTimeOffset.Parse(Text(post, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static int Status(JsonElement entry) => entry.GetProperty("status").GetInt32();

    private static string Body(JsonElement entry) => Path.Combine(Workspace.Captures("wordpress")!, Text(entry, "file"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Letters(string text) => string.Concat(text.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("<(?:item|entry)[ >]")]
    private static partial Regex ItemStart();

    [GeneratedRegex("<loc>")]
    private static partial Regex LocStart();

    [GeneratedRegex("<meta name=['\"]robots['\"] content=['\"][^'\"]*noindex")]
    private static partial Regex NoIndex();
}
