using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Platforms.Moodle.WebService;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>Every recorded answer of the Moodle servers is taken for what the server meant by it: by its status, its final address and its own words.</summary>
public sealed class MoodleManifestTests(ITestOutputHelper output)
{
    private static readonly string[] NoCatalogue = ["view/", "enrol/", "login/", "misc/", "ws/", "ajax/"];

    [Theory, InlineData("4.5"), InlineData("3.11")]
    public void Every_page_of_the_catalogue_is_known_for_what_it_is(string version)
    {
        var wrong = new List<string>();
        var read = 0;
        foreach (var entry in Entries(version, ".html"))
        {
            var name = entry.GetProperty("name").GetString()!;
            var address = new Uri(entry.GetProperty("effective_url").GetString()!);
            var status = entry.GetProperty("status").GetInt32();
            var page = Read(version, entry, address);
            read++;
            // The page of a redirect that was not followed is none; the web server's own 404 is no page of Moodle.
            var expected = address.AbsolutePath == "/login/index.php" ? MoodlePageKind.Login
                : status == 503 ? MoodlePageKind.Maintenance
                : status is 301 or 302 or 303 ? MoodlePageKind.NotMoodle
                : status == 404 ? page.Kind == MoodlePageKind.NotMoodle ? MoodlePageKind.NotMoodle : MoodlePageKind.Error
                : MoodlePageKind.Listing;
            if (NoCatalogue.Any(folder => name.Contains(folder, StringComparison.Ordinal)) && expected == MoodlePageKind.Listing) continue;
            if (page.Kind != expected) wrong.Add($"{name} ({status} {address.PathAndQuery}): {page.Kind} instead of {expected}");
            if (expected != MoodlePageKind.Listing && page.Boxes.Count > 0) wrong.Add($"{name}: {page.Boxes.Count} courses on a page that lists none");
        }

        output.WriteLine($"{read} pages read.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, InlineData("4.5"), InlineData("3.11")]
    public void Every_course_on_any_page_has_the_name_that_it_was_given(string version)
    {
        if (Workspace.Captures($"moodle/{version}") is not { } folder) return;
        var names = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "truth.json"))).RootElement.GetProperty("courses").EnumerateArray()
            .ToDictionary(course => course.GetProperty("id").GetInt64(), course => Letters(course.GetProperty("fullname").GetString()!));
        var wrong = new List<string>();
        var courses = 0;
        foreach (var entry in Entries(version, ".html").Where(entry => entry.GetProperty("name").GetString()!.Split('/')[0] is not ("day2" or "view")))
        {
            foreach (var box in Read(version, entry, new Uri(entry.GetProperty("effective_url").GetString()!)).Boxes)
            {
                courses++;
                // Names with marks of languages or of markup come out shorter than they were written.
                if (!names.TryGetValue(box.Id, out var name) || !name.Contains(Letters(box.Title), StringComparison.Ordinal)) wrong.Add($"{entry.GetProperty("name")}: {box.Id} «{box.Title}»");
            }
        }

        output.WriteLine($"{courses} courses read.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, InlineData("4.5"), InlineData("3.11")]
    public void Every_answer_of_the_services_is_an_error_or_what_it_holds(string version)
    {
        var (errors, lists) = (0, 0);
        foreach (var entry in Entries(version, ".json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Body(version, entry)));
            var root = json.RootElement;
            var isError = root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("exception", out _) || root.TryGetProperty("errorcode", out _));
            Assert.Equal(isError, MoodleServiceReader.Error(root) is not null);
            if (isError) errors++;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("courses", out var courses)) continue;
            lists++;
            Assert.Equal(
                courses.EnumerateArray().Select(course => course.GetProperty("id").GetInt64()).Where(id => id > 1),
                MoodleServiceReader.Courses(root, new Uri("https://m.example/"), "uk")!.Select(course => course.Box.Id));
        }

        output.WriteLine($"{errors} errors, {lists} lists of courses.");
        if (Workspace.Captures($"moodle/{version}") is not null) Assert.True(errors > 5 && lists > 5, $"{errors} errors, {lists} lists.");
    }

    private IEnumerable<JsonElement> Entries(string version, string kind)
    {
        if (Workspace.Captures($"moodle/{version}") is not { } folder)
        {
            output.WriteLine("Passed without a check: the recordings captures/moodle are not beside the working copy.");
            return [];
        }

        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json"))).RootElement.EnumerateArray()
            .Where(entry => entry.TryGetProperty("file", out var file) && file.GetString()!.EndsWith(kind, StringComparison.Ordinal));
    }

    private static string Body(string version, JsonElement entry) => Path.Combine(Workspace.Captures($"moodle/{version}")!, entry.GetProperty("file").GetString()!);

    private static MoodlePage Read(string version, JsonElement entry, Uri address) =>
        MoodlePageReader.Read(PageText.Decode(File.ReadAllBytes(Body(version, entry)), "text/html").Text, address, "uk");

    private static string Letters(string text) => string.Concat(text.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
