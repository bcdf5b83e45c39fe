using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>
/// Whole recorded Moodle sites against what was created on them, read as an anonymous visitor and with a token. Compared are: which courses are listed,
/// address, title, summary, category path, access, teachers, picture, custom fields (level, hours, competence, certificate); with a token also dates and
/// language. Of the rest of the truth (short name, number of the administrator, format of the course, tags) a listing says nothing, because no reader of it asks.
/// </summary>
public sealed partial class MoodleTruthTests(ITestOutputHelper output)
{
    public static TheoryData<string, bool> Sites => new()
    {
        { "moodle-4.5-day1", false },
        { "moodle-4.5-day1", true },
        { "moodle-3.11-day1", false },
        { "moodle-3.11-day1", true },
    };

    [Theory, MemberData(nameof(Sites))]
    public async Task Exactly_the_publicly_listed_courses_are_harvested(string name, bool token)
    {
        if (await MoodleTruth.Harvest(name, token, output) is not { } site) return;
        var expected = site.Courses.Where(course => course.Listed).Select(course => course.Id).Order().ToList();

        Assert.Equal(expected, site.Harvested.Listings.Select(listing => int.Parse(listing.Id, CultureInfo.InvariantCulture)).Order());
        Assert.Empty(site.Harvested.Refusals);
        Assert.All(site.Harvested.Pages, page => Assert.Equal(expected.Count, page.Expected));
        Assert.All(site.Harvested.Listings, listing => Assert.EndsWith($"/course/view.php?id={listing.Id}", listing.Url, StringComparison.Ordinal));
        output.WriteLine($"{site.Requests} requests for {expected.Count} courses.");
    }

    [Theory, MemberData(nameof(Sites))]
    public async Task Titles_are_those_of_the_courses(string name, bool token) => await EachAsync(name, token, (course, listing) =>
        Assert.Equal(Canonical(course), HtmlText.OneLine(listing.Title, "uk")));

    [Theory, MemberData(nameof(Sites))]
    public async Task Summaries_say_what_the_description_says(string name, bool token) => await EachAsync(name, token, (course, listing) =>
    {
        var text = HtmlText.ToText(listing.Summary ?? "", "uk");
        if (course.Style == "empty") Assert.Equal("", text);
        else Assert.Contains(Letters(HtmlText.OneLine(course.Plain)), Letters(text), StringComparison.Ordinal);
    });

    [Theory, MemberData(nameof(Sites))]
    public async Task Subjects_are_the_path_of_the_category(string name, bool token) => await EachAsync(name, token, (course, listing) =>
    {
        // No visitor is told the name of a hidden category.
        if (course.CategoryVisible) Assert.Equal(course.Path.Select(Names(name)), listing.Subjects);
        else Assert.Null(listing.Subjects);
    });

    [Theory, MemberData(nameof(Sites))]
    public async Task Access_is_the_most_open_way_that_is_shown(string name, bool token) => await EachAsync(name, token, (course, listing) =>
        Assert.Equal(Way(course, token), listing.Access));

    [Theory, MemberData(nameof(Sites))]
    public async Task Teachers_are_authors_and_tutors(string name, bool token)
    {
        var withheld = new List<int>();
        await EachAsync(name, token, (course, listing) =>
        {
            Assert.Equal(listing.Authors is null ? null : "yes", listing.Tutor);
            // The portal turns family names to the front.
            if (listing.Authors is not null) Assert.Equal(course.Teachers.Select(Turned).Order(), listing.Authors.Select(Turned).Order());
            else if (course.Teachers.Count > 0) withheld.Add(course.Id);
        });

        // The recorded portals name no teacher of these, in no page and to no token.
        if (Workspace.Captures($"sites/{name}") is not null) Assert.Equal([21, 24, 34, 61, 79, 117], withheld);
    }

    [Theory, MemberData(nameof(Sites))]
    public async Task Pictures_are_real_pictures_of_the_course(string name, bool token) => await EachAsync(name, token, (course, listing) =>
    {
        var pictures = course.Files.Where(file => !file.EndsWith(".pdf", StringComparison.Ordinal)).ToList();
        if (pictures.Count == 0)
        {
            Assert.Null(listing.Image);
            return;
        }

        Assert.Contains("/pluginfile.php/", listing.Image, StringComparison.Ordinal);
        Assert.DoesNotContain("/webservice/", listing.Image, StringComparison.Ordinal);
        Assert.Contains(Uri.UnescapeDataString(new Uri(listing.Image!).Segments[^1]), pictures);
    });

    [Theory, MemberData(nameof(Sites))]
    public async Task Custom_fields_become_level_workload_competence_and_credential(string name, bool token) => await EachAsync(name, token, (course, listing) =>
    {
        Assert.Equal(course.Level.Length == 0 ? null : course.Level, listing.Level);
        Assert.Equal(course.Hours is { } hours ? $"PT{hours}H" : null, listing.Workload);
        Assert.Equal(course.Competence.Length == 0 ? null : course.Competence, listing.Competences is { } codes ? string.Join(", ", codes.Select(code => code.Code)) : null);
        Assert.Equal(course.Certificate ? "certificate" : "none", listing.Credential);
    });

    [Theory, InlineData("moodle-4.5-day1"), InlineData("moodle-3.11-day1")]
    public async Task Dates_and_language_are_told_where_the_account_may_enter(string name)
    {
        var told = 0;
        await EachAsync(name, token: true, (course, listing) =>
        {
            if (course.Guest != "yes")
            {
                Assert.Null(listing.Instances);
                return;
            }

            told++;
            var instance = listing.Instances is [var one] ? one : null;
            Assert.Equal(course.Start == 0 ? null : course.Start, Seconds(instance?.Start));
            // Courses by weeks reckon their end themselves.
            if (course.Format != "weeks") Assert.Equal(course.Start == 0 || course.End == 0 ? null : course.End, Seconds(instance?.End));
            Assert.Equal(course.ForcedLanguage.Length == 0 ? null : course.ForcedLanguage, listing.Language);
        });
        if (Workspace.Captures($"sites/{name}") is not null) Assert.True(told > 20, $"{told} courses with dates.");
    }

    [Fact]
    public async Task Visitor_and_token_agree_on_all_that_both_are_shown()
    {
        var visitor = await MoodleTruth.Harvest("moodle-4.5-day1", token: false, output);
        var account = await MoodleTruth.Harvest("moodle-4.5-day1", token: true, output);
        if (visitor is null || account is null) return;
        foreach (var seen in visitor.Harvested.Listings)
        {
            var told = account.Harvested.ById[seen.Id];
            Assert.Equal(seen.Title, told.Title);
            Assert.Equal(seen.Url, told.Url);
            Assert.Equal(seen.Image, told.Image);
            Assert.Equal(seen.Level, told.Level);
            Assert.Equal(seen.Workload, told.Workload);
            Assert.Equal(seen.Credential, told.Credential);
            Assert.Equal(JsonSerializer.Serialize(seen.Competences), JsonSerializer.Serialize(told.Competences));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_second_day_shows_exactly_its_changes(bool token)
    {
        var first = await MoodleTruth.Harvest("moodle-4.5-day1", token, output);
        var second = await MoodleTruth.Harvest("moodle-4.5-day2", token, output, truth: "moodle-4.5-day1");
        if (first is null || second is null) return;
        var (before, after) = (first.Harvested.ById, second.Harvested.ById);

        Assert.Equal(["5", "7"], before.Keys.Except(after.Keys).Order());
        Assert.Equal(["122"], after.Keys.Except(before.Keys));
        Assert.Equal("Безпека дітей у TikTok", after["122"].Title);

        var inRenamed = first.Courses.Where(course => course.Listed && course.Path[^1] == "Наукова бібліотека").Select(course => $"{course.Id}").ToHashSet();
        var changed = before.Keys.Intersect(after.Keys).Where(id => Text(before[id]) != Text(after[id])).ToHashSet();
        Assert.Equal(inRenamed.Union(["4", "2", "11", "3"]).Order(), changed.Order());
        Assert.Equal("Кібергігієна 2.0: безпечна поведінка в мережі", after["4"].Title);
        Assert.NotEqual(before["2"].Summary, after["2"].Summary);
        Assert.Equal("Підвищення кваліфікації викладачів", after["11"].Subjects![^1]);
        Assert.Equal(("guest", token ? "self" : "unknown"), (before["3"].Access, after["3"].Access));
        Assert.All(inRenamed, id => Assert.NotEqual(before[id].Subjects![^1], after[id].Subjects![^1]));
    }

    private async Task EachAsync(string name, bool token, Action<TruthCourse, RawListing> check)
    {
        if (await MoodleTruth.Harvest(name, token, output) is not { } site) return;
        Assert.NotEmpty(site.Harvested.Listings);
        foreach (var course in site.Courses.Where(course => course.Listed))
        {
            try
            {
                check(course, site.Harvested.ById[$"{course.Id}"]);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Course {course.Id} ({course.Style}; {course.Trap}): {e.Message}", e);
            }
        }
    }

    private static long? Seconds(string? date) => date is null ? null : DateTimeOffset.Parse(date, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private static string Way(TruthCourse course, bool token) =>
        course.Guest == "yes" ? "guest"
        : token && course.Self == "yes" ? "self"
        : course.Guest == "key" || (token && course.Self == "key") ? "key"
        : "unknown";

    // Of two languages in one name the portal's filter (spans) or ours (marks) keeps the Ukrainian one; what looks like a tag the portal itself cuts out.
    private static string Canonical(TruthCourse course) =>
        course.Trap.StartsWith("multilang", StringComparison.Ordinal) ? course.Canonical
        : course.Trap.StartsWith("ampersand", StringComparison.Ordinal) ? "Криптографія & стеганографія"
        : HtmlText.OneLine(course.FullName.Normalize(NormalizationForm.FormC), "uk");

    private static Func<string, string> Names(string site) =>
        path => site.Contains("3.11", StringComparison.Ordinal) && path == "Category 1" ? "Miscellaneous" : path;

    private static string Letters(string text) => NoLetter().Replace(text, "").ToLowerInvariant();

    private static string Turned(string name) => string.Join(' ', name.Split(' ').Order(StringComparer.Ordinal));

    private static string Text(RawListing listing) => JsonSerializer.Serialize(listing, Wire.Json);

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetter();
}
