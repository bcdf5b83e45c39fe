using System.Text.Json;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.WordPress;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>Single answers of the recorded WordPress: states, settings, themes and plugins that the whole recorded site does not have.</summary>
public sealed class WordPressCaptureTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_answer_of_the_interface_is_an_error_by_its_code_or_the_list_it_is()
    {
        var (errors, lists) = (0, 0);
        foreach (var entry in Entries(".json"))
        {
            var name = Text(entry, "name");
            using var json = JsonDocument.Parse(File.ReadAllBytes(Body(entry)));
            var root = json.RootElement;
            var isError = entry.GetProperty("status").GetInt32() >= 400;
            Assert.Equal((name, isError ? root.GetProperty("code").GetString() : null), (name, WordPressReader.Error(root)));
            if (isError)
            {
                errors++;
                Assert.Null(WordPressReader.Posts(root, Site));
                continue;
            }

            if (root.ValueKind != JsonValueKind.Array || !Text(entry, "url").Contains("/wp/v2/p", StringComparison.Ordinal)) continue;
            lists++;
            // A list that was asked for less than a post needs gives no post.
            var whole = root.EnumerateArray().Where(post => post.TryGetProperty("title", out _) && post.TryGetProperty("link", out _)).Where(post => !IsProtected(post));
            Assert.Equal((name, string.Join(' ', whole.Select(post => post.GetProperty("id").GetInt64()))), (name, string.Join(' ', WordPressReader.Posts(root, Site)!.Select(post => post.Id))));
        }

        output.WriteLine($"{errors} errors, {lists} lists.");
        if (Workspace.Captures("wordpress") is not null) Assert.Equal((12, 24), (errors, lists));
    }

    [Theory]
    [InlineData("html/home-page1", "/wp-json/wp/v2/types")]
    [InlineData("variants/lazyload-plugin-home", "/wp-json/wp/v2/types")]
    [InlineData("variants/theme-twentytwentytwo-home", "/wp-json/wp/v2/types")]
    [InlineData("variants/theme-twentytwentythree-home", "/wp-json/wp/v2/types")]
    [InlineData("variants/plain-permalinks-home", "/index.php?rest_route=/wp/v2/types")]
    public async Task The_home_page_of_every_theme_says_where_the_interface_is(string name, string address)
    {
        if (Entries(".html").FirstOrDefault(entry => Text(entry, "name") == name) is not { ValueKind: JsonValueKind.Object } entry) return;
        var portal = new Portal().With("/", await File.ReadAllTextAsync(Body(entry)));
        var source = Portal.Source("wordpress") with { Address = new Uri(Site.GetLeftPart(UriPartial.Authority)) };
        await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new WordPressPlatform(), source, portal));
        Assert.Contains(portal.Asked, request => request.Address.PathAndQuery == address);
    }

    [Theory]
    [InlineData("variants/rest-disabled-by-plugin", "closed (401)")]
    [InlineData("variants/plain-permalinks-wp-json-follow", "HTML page")]
    [InlineData("variants/core-maintenance", "503")]
    [InlineData("variants/maintenance-503", "503")]
    [InlineData("ratelimit/429-4", "429")]
    [InlineData("ratelimit/503-1", "503")]
    [InlineData("ratelimit/503-4", "503")]
    [InlineData("html/404", "closed (404)")]
    public async Task What_stands_before_the_posts_is_said(string name, string says)
    {
        if (Entries(".json").Concat(Entries(".html")).FirstOrDefault(entry => Text(entry, "name") == name) is not { ValueKind: JsonValueKind.Object } entry) return;
        var portal = new Portal().With("/", "").With(
            "/wp-json/wp/v2/posts?per_page=100&page=1&_embed=1", await File.ReadAllTextAsync(Body(entry)), entry.GetProperty("status").GetInt32(), Text(entry, "content_type"));
        var refusal = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new WordPressPlatform(), Portal.Source("wordpress"), portal));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_the_site_is_a_course_only_by_its_title()
    {
        if (Entries(".json").FirstOrDefault(entry => Text(entry, "name") == "rest/pages") is not { ValueKind: JsonValueKind.Object } entry) return;
        using var json = JsonDocument.Parse(File.ReadAllBytes(Body(entry)));
        var pages = WordPressReader.Posts(json.RootElement, Site)!;
        Assert.Equal([75, 76, 77, 78], pages.Select(page => (int)page.Id).Order());
        Assert.DoesNotContain(pages, CourseAnnouncement.IsOnPage);
        // «Навчання» is a catalogue of others' courses; were it named as such, each would be found.
        var hub = pages.Single(page => page.Id == 77);
        Assert.True(CourseAnnouncement.IsOnPage(hub with { Title = "Онлайн-курси" }));
        Assert.Contains(AnnouncedCourses.Find(hub), course => course is { Title: "Кібергігієна", Provider: "Дія.Освіта" });
    }

    private static Uri Site { get; } = new("http://127.0.0.1:8082/");

    private IEnumerable<JsonElement> Entries(string kind)
    {
        if (Workspace.Captures("wordpress") is not { } folder)
        {
            output.WriteLine("Passed without a check: the recordings captures/wordpress are not beside the working copy.");
            return [];
        }

        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json"))).RootElement.EnumerateArray()
            .Where(entry => entry.TryGetProperty("file", out var file) && file.GetString()!.EndsWith(kind, StringComparison.Ordinal));
    }

    private static bool IsProtected(JsonElement post) => post.TryGetProperty("content", out var content) && content.GetProperty("protected").GetBoolean();

    private static string Body(JsonElement entry) => Path.Combine(Workspace.Captures("wordpress")!, Text(entry, "file"));

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
