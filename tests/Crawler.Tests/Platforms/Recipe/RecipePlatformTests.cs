using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Recipe;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Recipe;

public sealed class RecipePlatformTests : IDisposable
{
    private const string Cards = "list: { at: /courses/, items: .card, fields: { title: a, url: a } }";
    private static readonly IReadOnlySet<string> Platforms = AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet();
    private readonly SourceFolder folder = new();

    [Fact]
    public async Task Pages_are_turned_by_their_link_until_none_is_left()
    {
        var source = Source("list: { at: /courses/, items: .card, next: a.next, fields: { title: a, url: a } }");
        var portal = new Portal()
            .With("/courses/", Page([1, 2], "<a class=next href='http://portal.example/courses/?p=2'>›</a>"))
            .With("/courses/?p=2", Page([3], "<a class=next href='/courses/?p=3'>›</a>"))
            .With("/courses/?p=3", Page([3], "<a class=next href='/courses/'>›</a>"));

        var harvested = await Harvested.Of(new RecipePlatform(), source, portal);

        Assert.Equal(["c/1", "c/2", "c/3"], harvested.Listings.Select(listing => listing.Id));
        Assert.Equal(["https", "https", "https"], portal.Asked.Select(request => request.Address.Scheme));
    }

    [Theory]
    [InlineData("{ parameter: page }", "/courses/?page=2", "/courses/?page=3", "repeated")]
    [InlineData("{ parameter: page, first: 0 }", "/courses/?page=1", "/courses/?page=2", "empty")]
    [InlineData("{ parameter: from, first: 0, step: 2 }", "/courses/?from=2", "/courses/?from=4", "missing")]
    [InlineData("{ at: \"/courses/page/{}/\" }", "/courses/page/2/", "/courses/page/3/", "missing")]
    public async Task Pages_are_counted_until_one_is_missing_empty_or_repeats(string page, string second, string third, string end)
    {
        var portal = new Portal().With("/courses/", Page([1, 2])).With(second, Page([2, 3]));
        if (end == "repeated") portal.With(third, Page([1, 3]));
        if (end == "empty") portal.With(third, Page([]));
        var list = $"list: {{ at: /courses/, items: .card, page: {page}, fields: {{ title: a, url: a }} }}";

        var harvested = await Harvested.Of(new RecipePlatform(), Source(list), portal);

        Assert.Equal(["c/1", "c/2", "c/3"], harvested.Listings.Select(listing => listing.Id));
        Assert.Equal(["/courses/", second, third], portal.Asked.Select(request => request.Address.PathAndQuery));
        var other = end == "empty" ? "missing" : "empty";
        var strict = Source(list.Replace("page: { ", $"page: {{ stop: {other}, ", StringComparison.Ordinal));
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), strict, portal));
        Assert.Contains(end, alarm.Message, StringComparison.Ordinal);
        Assert.Contains(third, alarm.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Зачекайте…</p><script src=app.js></script>", "finds nothing, links on the page: 0, scripts: 1")]
    [InlineData("<form><input name=u><input type=password></form>", "The page asks to log in")]
    [InlineData("<p>Новини</p><a href=/1>1</a><a href=/2>2</a><a href=/3>3</a><a href=/4>4</a><script src=x.js></script>", "scripts: 1. Open it in a browser")]
    [InlineData("<div class=card><p>Курс</p></div>", "has no address by «a»")]
    [InlineData("<div class=card><a href=/news/1>Новина</a></div>", "links: takes none")]
    public async Task A_list_without_courses_is_an_alarm_that_quotes_what_found_nothing_and_where(string body, string word)
    {
        var portal = new Portal().With("/courses/", body);
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), Source($"links: [\"/c/*\"]\n  {Cards}"), portal));
        Assert.StartsWith("https://portal.example/courses/: ", alarm.Message, StringComparison.Ordinal);
        Assert.Contains("items: «.card»", alarm.Message, StringComparison.Ordinal);
        Assert.Contains(word, alarm.Message, StringComparison.Ordinal);
        Assert.Contains("portal.yml", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_the_middle_without_courses_is_an_alarm_too()
    {
        var source = Source("list: { at: /courses/, items: .card, next: a.next, fields: { title: a, url: a } }");
        var portal = new Portal().With("/courses/", Page([1], "<a class=next href='?p=2'>›</a>")).With("/courses/?p=2", "<p>Технічні роботи</p>");
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), source, portal));
        Assert.Contains("/courses/?p=2", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_goes_before_the_list_and_the_list_serves_where_there_is_none()
    {
        const string recipe = "order: [sitemap, json-ld, html]\n  links: [\"/c/*\"]\n  " + Cards + "\n  detail: { fields: { title: h1, duration: .time } }";
        var portal = new Portal()
            .With("/courses/", Page([1]))
            .With("/c/1", "<h1>Перший</h1><p class=time>5 годин</p>")
            .With("/c/2", "<script type='application/ld+json'>{\"@type\":\"Course\",\"name\":\"Другий\",\"inLanguage\":\"en\"}</script><h1>Заголовок</h1><p class=time>6 годин</p>");

        var listed = await Harvested.Of(new RecipePlatform(), Source(recipe), portal);
        portal.With("/sitemap.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://portal.example/c/1</loc></url><url><loc>https://portal.example/c/2</loc></url><url><loc>https://portal.example/about</loc></url></urlset>", type: "text/xml");
        var mapped = await Harvested.Of(new RecipePlatform(), Source(recipe), portal);

        Assert.Equal(("c/1", "Перший", "5 годин"), Assert.Single(listed.Listings) is var only ? (only.Id, only.Title, only.Duration) : default);
        Assert.Equal([("c/1", "Перший", null), ("c/2", "Другий", "en")], mapped.Listings.Select(listing => (listing.Id, listing.Title, listing.Language)));
        Assert.Equal("6 годин", mapped.ById["c/2"].Duration);
    }

    [Fact]
    public async Task Own_fields_named_before_the_markup_go_before_it()
    {
        var portal = new Portal()
            .With("/courses/", Page([1]))
            .With("/c/1", "<script type='application/ld+json'>{\"@type\":\"Course\",\"name\":\"З розмітки\",\"inLanguage\":\"en\"}</script><h1>Заголовок</h1>");

        var harvested = await Harvested.Of(new RecipePlatform(), Source($"order: [html, json-ld]\n  {Cards}\n  detail: {{ fields: {{ title: h1 }} }}"), portal);

        Assert.Equal(("Заголовок", "en"), (harvested.Listings[0].Title, harvested.Listings[0].Language));
    }

    [Fact]
    public async Task Where_neither_sitemap_nor_list_shows_a_course_both_reasons_are_told()
    {
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() =>
            Harvested.Of(new RecipePlatform(), Source($"order: [sitemap, html]\n  links: [\"/c/*\"]\n  {Cards}\n  detail: {{ fields: {{ title: h1 }} }}"), new Portal().With("/courses/", "<p>")));
        Assert.Contains("names no sitemap", alarm.Message, StringComparison.Ordinal);
        Assert.Contains("items: «.card»", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_led_to_a_host_that_the_file_does_not_name()
    {
        const string detail = "\n  detail: { fields: { title: h1 } }";
        var portal = new Portal().With("/courses/", "<div class=card><a href='https://other.example/c/1'>Курс</a></div>").With("/c/1", "<h1>Курс звідти</h1>");

        var led = await Harvested.Of(new RecipePlatform(), Source(Cards + detail), portal);
        var named = await Harvested.Of(new RecipePlatform(), Source($"links: [\"https://other.example/c/*\"]\n  {Cards}{detail}"), portal);
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(
            new RecipePlatform(), Source("list: { at: /courses/, items: .card, next: a, fields: { title: a, url: a } }"), portal));

        Assert.Contains("name it under links:", Assert.Single(led.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal(("other.example/c/1", "Курс звідти"), (Assert.Single(named.Listings).Id, named.Listings[0].Title));
        Assert.Contains("another host (other.example)", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_goes_on_from_the_page_where_it_was_left()
    {
        var source = Source("list: { at: [/courses/, /webinars/], items: .card, page: { parameter: page }, fields: { title: a, url: a } }");
        Portal Fresh() => new Portal().With("/courses/", Page([1])).With("/courses/?page=2", Page([2])).With("/webinars/", Page([3]));
        var whole = await Harvested.Of(new RecipePlatform(), source, Fresh());
        var portal = Fresh();
        var rest = await Harvested.Of(new RecipePlatform(), source, portal, whole.Pages[0].Marker);

        Assert.Equal(["c/1", "c/2", "c/3"], whole.Listings.Select(listing => listing.Id));
        Assert.Equal(["c/2", "c/3"], rest.Listings.Select(listing => listing.Id));
        Assert.Equal("/courses/?page=2", portal.Asked[0].Address.PathAndQuery);
    }

    [Fact]
    public async Task A_course_that_its_card_does_not_show_changed_is_not_asked_for_every_night()
    {
        var source = Source(Cards + "\n  detail: { fields: { title: h1 } }");
        Portal Night(PastHarvest past, string extra) => new Portal { Past = past }.With("/courses/", Page([1]) + extra).With("/c/1", "<h1>Перший</h1>").With("/c/2", "<h1>Другий</h1>");

        var first = await Harvested.Of(new RecipePlatform(), source, Night(Earlier.Nothing, ""));
        var second = Night(Earlier.At(1, first), "<div class=card><a href=/c/2>Новий</a></div>");
        var later = await Harvested.Of(new RecipePlatform(), source, second);

        Assert.Equal(["Перший", "Другий"], later.Listings.Select(listing => listing.Title));
        Assert.Equal(["/courses/", "/c/2"], second.Asked.Select(request => request.Address.PathAndQuery));
    }

    [Fact]
    public async Task Course_pages_on_which_nothing_at_all_is_found_are_an_alarm()
    {
        var portal = new Portal().With("/courses/", Page([1, 2, 3, 4, 5]));
        for (var i = 1; i <= 5; i++) portal.With($"/c/{i}", "<h2>Новий вигляд</h2>");
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), Source(Cards + "\n  detail: { fields: { summary: .about } }"), portal));
        Assert.Contains("«.about»", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_fail_are_refused_and_five_in_a_row_end_the_run()
    {
        var source = Source(Cards + "\n  detail: { fields: { title: h1 } }");
        var portal = new Portal().With("/courses/", Page([1, 2, 3])).With("/c/1", "x", status: 500).With("/c/3", "<h1>Третій</h1>");
        var harvested = await Harvested.Of(new RecipePlatform(), source, portal);
        Assert.Equal(["c/1", "c/2"], harvested.Refusals.Select(refusal => refusal.SourceId));
        Assert.Equal("c/3", Assert.Single(harvested.Listings).Id);

        portal.With("/courses/", Page([1, 4, 5, 6, 7]));
        foreach (var i in new[] { 4, 5, 6, 7 }) portal.Failing($"/c/{i}", FailureKind.Timeout);
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), source, portal));
        Assert.Contains("5 pages in a row", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_answer_about_one_course_costs_that_course_only()
    {
        var source = Source("list: { format: json, at: /api, items: $, fields: { id: id, title: name, url: { path: id, as: \"/c/{}\" } } }\n  detail: { at: \"/api/{id}\", format: json, fields: { description: about } }");
        var portal = new Portal()
            .With("/api", """[{"id":"a","name":"Перший"},{"id":"b","name":"Другий"}]""", type: "application/json")
            .With("/api/a", "<html>Увійдіть</html>")
            .With("/api/b", """{"about":"Про другий"}""", type: "application/json");

        var harvested = await Harvested.Of(new RecipePlatform(), source, portal);

        Assert.Contains("HTML page", Assert.Single(harvested.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal("b", Assert.Single(harvested.Listings).Id);
    }

    [Fact]
    public async Task The_owner_s_word_on_a_course_s_page_counts()
    {
        var portal = new Portal().With("/courses/", Page([1, 2]));
        Ruled(portal, "/c/1", new() { Indexing = new() { NotListedBy = "meta name=\"robots\": noindex" } });
        Ruled(portal, "/c/2", new() { Reserved = true });

        var harvested = await Harvested.Of(new RecipePlatform(), Source(Cards + "\n  detail: { fields: { title: h1 } }"), portal);

        Assert.Equal("c/1", Assert.Single(harvested.Refusals).SourceId);
        Assert.True(Assert.Single(harvested.Listings).Reserved);
    }

    [Fact]
    public async Task An_interface_that_lists_what_changed_is_asked_for_no_more_until_the_days_are_over()
    {
        var source = Source("list: { format: json, at: /api?limit=9, items: courses, changes: { parameter: since, as: \"gte {}\", days: 7 }, fields: { id: id, title: name, url: url } }");
        const string two = """{"courses":[{"id":"a","name":"Перший","url":"/a"},{"id":"b","name":"Другий","url":"/b"}]}""";
        Portal Night(PastHarvest past) => new Portal { Past = past }.With("/api?limit=9", two, type: "application/json")
            .With("/api?limit=9&since=gte%202026-11-21", """{"courses":[]}""", type: "application/json");

        var first = await Harvested.Of(new RecipePlatform(), source, Night(Earlier.Nothing));
        var second = Night(Earlier.At(1, first));
        var next = await Harvested.Of(new RecipePlatform(), source, second);
        var week = await Harvested.Of(new RecipePlatform(), source, Night(Earlier.At(8, first, next)));

        Assert.Equal((2, false), (first.Listings.Count, first.Pages.Any(page => page.Partial)));
        Assert.Equal((0, true), (next.Listings.Count, next.Pages.All(page => page.Partial)));
        Assert.Single(second.Asked);
        Assert.Equal((2, false), (week.Listings.Count, week.Pages.Any(page => page.Partial)));
    }

    [Fact]
    public async Task A_json_list_goes_on_by_the_mark_that_it_names_and_its_courses_by_their_own_answers()
    {
        var source = Source("""
            list: { format: json, at: /api?start=0, items: data, total: count, page: { parameter: start, mark: next }, fields: { id: id, title: name, url: { path: id, as: "/c/{}" } } }
              detail: { at: "/api/{id}", format: json, fields: { description: about } }
            """);
        var portal = new Portal();
        foreach (var (path, body) in new[]
        {
            ("/api?start=0", """{"count":2,"next":"x y","data":[{"id":"a/1","name":"Перший"}]}"""),
            ("/api?start=x%20y", """{"count":2,"next":null,"data":[{"id":"b","name":"Другий"}]}"""),
            ("/api/a%2F1", """{"about":"<p>Про перший</p>"}"""),
            ("/api/b", """{"about":null}"""),
        })
        {
            portal.With(path, body, type: "application/json");
        }

        var harvested = await Harvested.Of(new RecipePlatform(), source, portal);

        Assert.Equal([("a/1", "<p>Про перший</p>"), ("b", null)], harvested.Listings.Select(listing => (listing.Id, listing.Description)));
        Assert.Equal("https://portal.example/c/b", harvested.ById["b"].Url);
        Assert.All(harvested.Pages.Where(page => page.Listings.Count > 0), page => Assert.Equal(2, page.Expected));
        Assert.All(portal.Asked, request => Assert.Equal("application/json", request.Accept));
    }

    [Fact]
    public void Categories_and_a_missing_address_are_told_before_anything_is_asked()
    {
        var source = Source(Cards) with { Categories = ["Дані"], Address = null, TokenVariable = "T" };
        Assert.Equal(3, new RecipePlatform().Check(source).Count());
        Assert.Empty(new RecipePlatform().Check(Source(Cards)));
    }

    private static void Ruled(Portal portal, string path, PageRules rules) => portal.With(path, request => new Page
    {
        Request = request, Address = request.Address, Status = System.Net.HttpStatusCode.OK, Body = "<h1>Курс</h1>"u8.ToArray(), ContentType = "text/html; charset=utf-8", Rules = rules,
    });

    private static string Page(IEnumerable<int> courses, string rest = "") =>
        string.Concat(courses.Select(number => $"<div class=card><a href='/c/{number}'>Вигаданий курс {number}</a></div>")) + rest;

    private SourceDefinition Source(string recipe)
    {
        var set = SourceFiles.Load(folder.With("portal.yml", $"name: Вигаданий портал\nplatform: recipe\naddress: https://portal.example\nrecipe:\n  {recipe}\n").Path, Platforms);
        Assert.Empty(set.Problems);
        return Assert.Single(set.Sources);
    }

    public void Dispose() => folder.Dispose();
}
