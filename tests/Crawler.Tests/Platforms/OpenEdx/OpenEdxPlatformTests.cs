using System.Text.Json.Nodes;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.OpenEdx;

/// <summary>Runs over small invented Open edX portals.</summary>
public sealed class OpenEdxPlatformTests
{
    private const string First = "/api/courses/v1/courses/?page_size=100";
    private const string Second = "/api/courses/v1/courses/?page=2&page_size=100";

    private readonly SourceDefinition source = Portal.Source("openedx");
    private readonly OpenEdxPlatform platform = new();

    [Fact]
    public async Task Runs_of_one_course_are_one_listing_with_the_texts_of_the_newest()
    {
        var portal = new Portal()
            .With(First, Page("http://portal.example/api/courses/v1/courses/?page=2&page_size=100",
                Run("course-v1:KPI+PY101+2021_T1", "Python (старий)", "2021-02-01T00:00:00Z"),
                Run("KPI/PY101/2015_T1", "Python (перший)", "2015-02-01T00:00:00Z"),
                Run("course-v1:KPI+DB+1", "Бази даних", null)))
            .With(Second, Page(null,
                Run("course-v1:KPI+PY101+2030", "Python (чернетка)", "2030-01-01T00:00:00Z"),
                Run("course-v1:KPI+PY101+2026_T2", "Python", "2026-09-01T00:00:00Z", "Короткий опис.")))
            .With("/api/courses/v1/courses/course-v1%3AKPI%2BPY101%2B2026_T2/", """{"overview":"<p>Довгий опис.</p>"}""");
        var harvested = await Harvested.Of(platform, source, portal);

        Assert.Equal(["KPI+DB", "KPI+PY101"], harvested.Listings.Select(listing => listing.Id));
        var course = harvested.ById["KPI+PY101"];
        Assert.Equal("Python", course.Title);
        Assert.Equal("https://portal.example/courses/course-v1%3AKPI%2BPY101%2B2026_T2/about", course.Url);
        Assert.Equal(("Короткий опис.", "<p>Довгий опис.</p>", "KPI", "self", "self-paced"), (course.Summary!, course.Description!, course.Publisher!, course.Access!, course.Mode!));
        Assert.Equal(["2015-02-01T00:00:00Z", "2021-02-01T00:00:00Z", "2026-09-01T00:00:00Z"], course.Instances!.Select(instance => instance.Start));
        Assert.Null(harvested.ById["KPI+DB"].Instances);
        Assert.Null(harvested.ById["KPI+DB"].Description);
        Assert.All(harvested.Pages, page => Assert.Equal(("KPI+PY101", 2), (page.Marker!, page.Expected!.Value)));
    }

    [Fact]
    public async Task A_new_run_leaves_the_identity_as_it_is()
    {
        var before = await Harvested.Of(platform, source, new Portal().With(First, Page(null, Run("course-v1:A+B+1", "Курс", "2025-01-01T00:00:00Z"))));
        var after = await Harvested.Of(platform, source, new Portal().With(First, Page(null, Run("course-v1:A+B+1", "Курс", "2025-01-01T00:00:00Z"), Run("course-v1:A+B+2", "Курс", "2026-01-01T00:00:00Z"))));
        Assert.Equal(before.ById.Keys, after.ById.Keys);
        Assert.NotEqual(before.Listings[0].Url, after.Listings[0].Url);
    }

    [Fact]
    public async Task The_newest_of_runs_without_dates_does_not_depend_on_their_order()
    {
        var runs = new[] { Run("course-v1:A+B+1", "Один", null), Run("course-v1:A+B+2", "Два", null), Run("course-v1:A+B+10", "Десять", null) };
        foreach (var order in new[] { runs, [runs[2], runs[0], runs[1]], [runs[1], runs[2], runs[0]] })
        {
            Assert.Equal("Два", (await Harvested.Of(platform, source, new Portal().With(First, Page(null, order)))).Listings[0].Title);
        }
    }

    [Fact]
    public async Task A_page_beyond_the_shrinking_end_ends_the_list()
    {
        var portal = new Portal().With(First, Page("https://portal.example" + Second, Run("course-v1:A+B+1", "Курс", null)));
        Assert.Single((await Harvested.Of(platform, source, portal)).Listings);
    }

    [Fact]
    public async Task A_list_that_leads_back_to_itself_ends()
    {
        var portal = new Portal()
            .With(First, Page("https://portal.example" + Second, Run("course-v1:A+B+1", "Курс", null)))
            .With(Second, Page("https://portal.example" + First, Run("course-v1:A+C+1", "Курс", null)));
        Assert.Equal(2, (await Harvested.Of(platform, source, portal)).Listings.Count);
    }

    [Fact]
    public async Task A_list_that_goes_on_at_another_host_is_not_followed() =>
        Assert.Contains("elsewhere.example", await RefusalOf(new Portal().With(First, Page("https://elsewhere.example/api?page=2", Run("course-v1:A+B+1", "Курс", null)))), StringComparison.Ordinal);

    [Fact]
    public async Task A_failure_after_the_first_page_ends_the_run()
    {
        var portal = new Portal().With(First, Page("https://portal.example" + Second, Run("course-v1:A+B+1", "Курс", null)));
        Assert.Contains("no answer came", await RefusalOf(portal.Failing(Second, FailureKind.Timeout)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_by_invitation_says_so() =>
        Assert.Equal("invitation", (await Harvested.Of(platform, source, new Portal().With(First, Page(null, Run("course-v1:A+B+1", "Курс", null, invitation: true))))).Listings[0].Access);

    [Fact]
    public async Task Old_keys_keep_their_slashes_in_addresses()
    {
        var harvested = await Harvested.Of(platform, source, new Portal().With(First, Page(null, Run("KPI/Програмування/2015", "Курс", null))));
        Assert.Equal("https://portal.example/courses/KPI/%D0%9F%D1%80%D0%BE%D0%B3%D1%80%D0%B0%D0%BC%D1%83%D0%B2%D0%B0%D0%BD%D0%BD%D1%8F/2015/about", harvested.Listings[0].Url);
    }

    [Fact]
    public async Task An_entry_without_key_is_a_refusal()
    {
        var harvested = await Harvested.Of(platform, source, new Portal().With(First, Page(null, Run("course-v1:A+B+1", "Курс", null), Run("library-v1:A+B", "Не курс", null))));
        Assert.Single(harvested.Listings);
        Assert.Equal("library-v1:A+B", Assert.Single(harvested.Refusals).SourceId);
    }

    [Fact]
    public async Task A_portal_that_refuses_details_is_not_asked_for_all_of_them()
    {
        var portal = new Portal().With(First, Page(null, [.. Enumerable.Range(1, 20).Select(number => Run($"course-v1:A+N{number}+1", "Курс", null))]));
        Assert.Equal(20, (await Harvested.Of(platform, source, portal)).Listings.Count);
        Assert.Equal(5, portal.Asked.Count(request => request.Address.AbsolutePath.StartsWith("/api/courses/v1/courses/course-v1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", 404, "text/html", "404", "address:")]
    [InlineData("<!DOCTYPE html><title>Увійти</title>", 200, "text/html", "HTML page", "address:")]
    [InlineData("{\"results\":[{\"id\":\"course-v1:A", 200, "application/json", "not whole JSON", "again")]
    [InlineData("{\"detail\":\"Not found.\"}", 200, "application/json", "no course list", "LMS")]
    [InlineData("<html>", 403, "text/html", "403", "owner")]
    [InlineData("{\"results\":[],\"pagination\":{\"next\":null}}", 200, "application/json", "empty", "owner")]
    [InlineData("{\"detail\":\"Request was throttled.\"}", 429, "application/json", "429", "delay")]
    public async Task What_is_no_course_list_is_refused_with_a_remedy(string body, int status, string type, string says, string remedy)
    {
        var message = await RefusalOf(new Portal().With(First, body, status, type));
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/api/courses/v1/courses/", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_behind_its_marker()
    {
        var portal = new Portal().With(First, Page(null, [.. Enumerable.Range(1, 120).Select(number => Run($"course-v1:A+N{number:000}+1", "Курс", null)), Run("library-v1:A+B", "Не курс", null)]));
        var whole = await Harvested.Of(platform, source, portal);
        Assert.Equal([50, 50, 20], whole.Pages.Select(page => page.Listings.Count));
        Assert.Single(whole.Refusals);

        var rest = await Harvested.Of(platform, source, portal, whole.Pages[0].Marker);
        Assert.Equal(whole.Listings.Skip(50).Select(listing => listing.Id), rest.Listings.Select(listing => listing.Id));
        Assert.Empty(rest.Refusals);
        Assert.Empty((await Harvested.Of(platform, source, portal, whole.Pages[^1].Marker)).Listings);
    }

    [Theory]
    [InlineData("[\"audit\"]", "free", null)]
    [InlineData("[\"honor\"]", "free", "certificate")]
    [InlineData("[\"audit\",\"verified\"]", "free-to-study", "certificate")]
    [InlineData("[\"verified\"]", "paid", "certificate")]
    [InlineData("[\"no-id-professional\"]", "paid", "certificate")]
    [InlineData("[\"new-mode\"]", null, null)]
    [InlineData("[]", null, null)]
    public async Task The_search_adds_language_price_and_certificate(string modes, string? price, string? credential)
    {
        var portal = Searching("/search/course_discovery/#0", $$"""{"total":1,"results":[{"data":{"id":"course-v1:A+B+1","content":{"display_name":"Курс"},"language":"en","modes":{{modes}} } }] }""");
        var listing = Assert.Single((await Harvested.Of(platform, source, portal)).Listings);
        Assert.Equal(("en", price, credential), (listing.Language, listing.Price, listing.Credential));
    }

    [Fact]
    public async Task Where_the_older_search_is_gone_the_newer_one_is_asked()
    {
        var portal = Searching("/search/unstable/v0/course_list_search/#0", """{"total":1,"results":[{"data":{"id":"course-v1:A+B+1","content":{"display_name":"Курс"},"language":"pl"}}]}""");
        Assert.Equal("pl", (await Harvested.Of(platform, source, portal)).Listings[0].Language);
    }

    [Theory]
    [InlineData("""{"total":1,"results":[]}""")]
    [InlineData("""{"error":"no index"}""")]
    [InlineData("<html>")]
    public async Task A_search_that_shows_nothing_takes_nothing_away(string answer) =>
        Assert.Single((await Harvested.Of(platform, source, Searching("/search/course_discovery/#0", answer))).Listings);

    [Fact]
    public async Task A_search_that_is_out_of_order_tonight_changes_no_course()
    {
        const string found = """{"total":1,"results":[{"data":{"id":"course-v1:A+B+1","content":{"display_name":"Курс"},"language":"en","modes":["audit"]}}]}""";
        const string detail = "/api/courses/v1/courses/course-v1%3AA%2BB%2B1/";
        var first = await Harvested.Of(platform, source, Searching("/search/course_discovery/#0", found, Earlier.Nothing).With(detail, "{}"));
        foreach (var nights in new[] { 1, 8, 20 })
        {
            var later = Searching("/", "", Earlier.At(nights, first)).Failing("/search/course_discovery/#0", FailureKind.Timeout).With(detail, "{}");
            var listing = Assert.Single((await Harvested.Of(platform, source, later)).Listings);
            Assert.Equal(first.Listings[0] with { Read = null }, listing with { Read = null });
            Assert.Equal(nights >= 7, later.Asked.Any(request => request.Form is not null));
        }
    }

    [Fact]
    public async Task A_search_that_says_something_new_is_heard_within_a_week_though_the_list_is_as_it_was()
    {
        const string detail = "/api/courses/v1/courses/course-v1%3AA%2BB%2B1/";
        static string Hit(string mode) => $$"""{"total":1,"results":[{"data":{"id":"course-v1:A+B+1","content":{"display_name":"Курс"},"modes":["{{mode}}"]} }] }""";
        var first = await Harvested.Of(platform, source, Searching("/search/course_discovery/#0", Hit("audit"), Earlier.Nothing).With(detail, "{}"));
        var next = Searching("/search/course_discovery/#0", Hit("verified"), Earlier.At(1, first)).With(detail, "{}");
        Assert.Equal("free", (await Harvested.Of(platform, source, next)).Listings[0].Price);
        Assert.Single(next.Asked);
        var week = Searching("/search/course_discovery/#0", Hit("verified"), Earlier.At(7, first)).With(detail, "{}");
        Assert.Equal("paid", (await Harvested.Of(platform, source, week)).Listings[0].Price);
    }

    [Fact]
    public async Task A_closed_list_is_made_up_for_by_the_search_with_all_its_pages()
    {
        static string Hits(int from, int count, int total) => $$"""{"total":{{total}},"results":[{{string.Join(',', Enumerable.Range(from, count).Select(Hit))}}]}""";
        static string Hit(int n) => """{"data":{"id":"course-v1:A+N000+1","content":{"display_name":"Курс","overview":"Про курс."},"modes":["audit"]}}""".Replace("000", $"{n:000}", StringComparison.Ordinal);
        var portal = new Portal().With(First, """{"detail":"no"}""", 403).With("/search/course_discovery/#0", Hits(1, 100, 130)).With("/search/course_discovery/#1", Hits(101, 30, 130));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(130, harvested.Listings.Count);
        Assert.Equal(("Про курс.", "free"), (harvested.Listings[0].Description, harvested.Listings[0].Price));
    }

    [Fact]
    public async Task A_closed_list_and_half_a_search_are_no_catalogue() => Assert.Contains("broke off", await RefusalOf(
        new Portal().With(First, "", 403).Failing("/search/course_discovery/#0", FailureKind.Timeout)), StringComparison.Ordinal);

    private static Portal Searching(string path, string answer, PastHarvest? past = null) =>
        new Portal { Past = past ?? PastHarvest.None }.With(First, Page(null, Run("course-v1:A+B+1", "Курс", null))).With(path, answer);

    [Fact]
    public async Task A_portal_of_hidden_courses_only_is_never_an_empty_success() =>
        Assert.Contains("hidden", await RefusalOf(new Portal().With(First, Page(null, Run("course-v1:A+B+1", "Курс", null, hidden: true)))), StringComparison.Ordinal);

    [Fact]
    public void Categories_are_not_known_to_it() =>
        Assert.Contains("categories:", Assert.Single(platform.Check(source with { Categories = ["Право"] })).Message, StringComparison.Ordinal);

    private async Task<string> RefusalOf(Portal portal) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, source, portal))).Message;

    private static string Page(string? next, params JsonObject[] runs) => new JsonObject
    {
        ["results"] = new JsonArray([.. runs.Select(run => run.DeepClone())]),
        ["pagination"] = new JsonObject { ["next"] = next, ["count"] = 999, ["num_pages"] = 10 },
    }.ToJsonString();

    private static JsonObject Run(string key, string name, string? start, string? summary = null, bool hidden = false, bool invitation = false) => new()
    {
        ["id"] = key,
        ["name"] = name,
        ["org"] = "KPI",
        ["short_description"] = summary,
        ["pacing"] = "self",
        ["start"] = start,
        ["start_type"] = start is null ? "empty" : "timestamp",
        ["hidden"] = hidden,
        ["invitation_only"] = invitation,
    };
}
