using System.Globalization;
using System.IO.Compression;
using System.Text;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Sitemap;

/// <summary>Runs over small invented sites.</summary>
public sealed class SitemapPlatformTests
{
    private const string Xml = "application/xml";

    private readonly SourceDefinition source = Portal.Source("sitemap");
    private readonly SitemapPlatform platform = new();

    [Fact]
    public async Task The_sitemaps_that_robots_names_are_read_through_indexes_and_packed_files()
    {
        var portal = new Portal { Sitemaps = ["https://portal.example/map.xml", "/more.txt"] }
            .With("/map.xml", Index("https://portal.example/map.xml", "https://portal.example/a.xml", "https://portal.example/b.xml.gz"), type: Xml)
            .With("/a.xml", List(("/courses/1", null), ("https://elsewhere.example/courses/9", null)), type: Xml)
            .With("/b.xml.gz", request => Answer(request, Packed(List(("/courses/2", null), ("/courses/1/", null)))))
            .With("/more.txt", "https://portal.example/courses/3\r\n", type: "text/plain")
            .With("/courses/1", Course(1)).With("/courses/1/", Course(1)).With("/courses/2", Course(2)).With("/courses/3", Course(3));
        Assert.Equal(["courses/1", "courses/2", "courses/3"], (await Harvested.Of(platform, source, portal)).ById.Keys);
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/wp-sitemap.xml")]
    public async Task Without_a_word_in_robots_the_usual_places_are_tried(string path)
    {
        var portal = new Portal().With(path, List(("/courses/1", null)), type: Xml).With("/courses/1", Course(1));
        Assert.Single((await Harvested.Of(platform, source, portal)).Listings);
    }

    [Fact]
    public async Task The_address_may_be_the_sitemap_itself()
    {
        var portal = new Portal { Sitemaps = ["/other.xml"] }.With("/maps/courses.xml", List(("/courses/1", null)), type: Xml).With("/courses/1", Course(1));
        Assert.Single((await Harvested.Of(platform, source with { Address = new Uri("https://portal.example/maps/courses.xml") }, portal)).Listings);
    }

    [Fact]
    public async Task Named_paths_choose_the_pages_and_make_any_of_them_a_course()
    {
        var portal = Site(("/kursy/%D0%B0", null), ("/kursy/b", null), ("/news/1", null)).With("/kursy/%D0%B0", "<h1>Без розмітки</h1>").With("/kursy/b", Course(2));
        var harvested = await Harvested.Of(platform, source with { Categories = ["/kursy/а", "/kursy/b*"] }, portal);
        Assert.Equal(["Курс 2", "Без розмітки"], harvested.Listings.OrderBy(listing => listing.Id, StringComparer.Ordinal).Select(listing => listing.Title));
        Assert.DoesNotContain(portal.Asked, request => request.Address.AbsolutePath.StartsWith("/news", StringComparison.Ordinal));
        Assert.Contains("none of the 3 addresses", await RefusalOf(portal, source with { Categories = ["/other/*"] }), StringComparison.Ordinal);
        Assert.Single(platform.Check(source with { Categories = ["Курси"] }));
    }

    [Fact]
    public async Task Pages_that_are_no_course_are_passed_over_and_not_expected()
    {
        var portal = Site(("/1", null), ("/2", null), ("/3", null)).With("/1", Course(1)).With("/2", "<h1>Новина</h1>");
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["1"], harvested.ById.Keys);
        Assert.Equal(1, harvested.Pages[^1].Expected);
        Assert.Contains("none of 1 pages", await RefusalOf(Site(("/2", null)).With("/2", "<h1>Новина</h1>"), source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_lists_courses_gives_those_without_pages_of_their_own_night_after_night()
    {
        const string list = """<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"item":{"@type":"Course","name":"Курс 1","url":"/1"}},{"item":{"@type":"Course","name":"Курс 2","url":"/list#2"}},{"item":{"@type":"Course","name":"Курс 3","url":"/3"}}]}</script>""";
        var site = Site(("/list", "2026-11-01"), ("/1", "2026-11-01")).With("/1", Course(1)).With("/list", list);
        var first = await Harvested.Of(platform, source, Remembering(site, Earlier.Nothing));
        Assert.Equal(["1", "3", "list#2"], first.ById.Keys.Order());
        Assert.Equal("https://portal.example/list#2", first.ById["list#2"].Url);
        var second = await Harvested.Of(platform, source, Remembering(Site(("/list", "2026-11-01"), ("/1", "2026-11-01")).With("/list", list), Earlier.At(1, first)));
        Assert.Equal(["1", "3", "list#2"], second.ById.Keys.Order());
    }

    [Theory]
    [InlineData("<urlset><url><loc>https://portal.example/courses/1</loc></url><url><loc>https://por", "no whole XML")]
    [InlineData("<html><body>Увійдіть</body></html>", "no sitemap")]
    [InlineData("увійдіть", "no sitemap")]
    [InlineData("<urlset/>", "lists no address")]
    [InlineData("<!DOCTYPE urlset [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&a;</loc></url></urlset>", "DTD")]
    public async Task A_sitemap_that_breaks_off_or_is_none_is_never_a_short_list(string body, string says) =>
        Assert.Contains(says, await RefusalOf(new Portal().With("/sitemap.xml", body, type: Xml).With("/courses/1", Course(1)), source), StringComparison.Ordinal);

    [Fact]
    public async Task A_packed_sitemap_that_breaks_off_is_never_a_short_list()
    {
        var random = new Random(7);
        var addresses = string.Join('\n', Enumerable.Range(0, 2000).Select(_ => string.Create(CultureInfo.InvariantCulture, $"https://portal.example/courses/{random.NextInt64()}")));
        var packed = Packed(addresses);
        var portal = new Portal { Sitemaps = ["/map.txt.gz"] }.With("/map.txt.gz", request => Answer(request, packed[..(packed.Length / 2)]));
        Assert.Matches("breaks off|is broken", await RefusalOf(portal, source));
    }

    [Fact]
    public async Task A_file_of_the_index_that_is_gone_makes_the_list_partial_and_one_that_fails_refuses_it()
    {
        var portal = new Portal { Sitemaps = ["/map.xml"] }
            .With("/map.xml", Index("https://portal.example/a.xml", "https://portal.example/gone.xml"), type: Xml)
            .With("/a.xml", List(("/1", null)), type: Xml).With("/1", Course(1));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.True(Assert.Single(harvested.Pages).Partial);
        Assert.Contains("/gone.xml", Assert.Single(harvested.Refusals).Reason, StringComparison.Ordinal);
        Assert.Contains("out of order", await RefusalOf(portal.With("/gone.xml", "", 500), source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_addresses_with_a_newer_date_are_asked_for_again()
    {
        var site = Site(("/1", "2026-11-01"), ("/2", "2026-11-01T10:00:00+02:00"), ("/3", "2026-11-01")).With("/1", Course(1)).With("/2", Course(2)).With("/3", "<h1>Новина</h1>");
        var first = await Harvested.Of(platform, source, Remembering(site, Earlier.Nothing));
        var later = Site(("/1", "2026-11-01T00:00:00Z"), ("/2", "2026-11-02T10:00:00+02:00"), ("/3", "2026-11-01")).With("/2", Course(22));
        var second = await Harvested.Of(platform, source, Remembering(later, Earlier.At(1, first)));
        Assert.Equal(["/sitemap.xml", "/2"], later.Asked.Select(request => request.Address.AbsolutePath));
        Assert.Equal(["Курс 1", "Курс 22"], second.Listings.Select(listing => listing.Title));
        Assert.Equal(first.ById["1"], second.ById["1"]);
        Assert.All(second.Pages, page => Assert.False(page.Partial));
    }

    [Fact]
    public async Task Every_page_is_read_again_after_fourteen_days_at_latest_and_not_all_in_one_night()
    {
        var entries = Enumerable.Range(1, 70).Select(id => (string.Create(CultureInfo.InvariantCulture, $"/{id}"), (string?)"2026-11-01")).ToArray();
        var site = Site(entries);
        for (var id = 1; id <= 70; id++) site.With(string.Create(CultureInfo.InvariantCulture, $"/{id}"), Course(id));
        var nights = new List<Harvested> { await Harvested.Of(platform, source, Remembering(site, Earlier.Nothing)) };
        var asked = new List<int>();
        for (var night = 1; night <= 14; night++)
        {
            site.Asked.Clear();
            nights.Add(await Harvested.Of(platform, source, Remembering(site, Earlier.At(night, [.. nights]))));
            asked.Add(site.Asked.Count - 1);
        }

        Assert.All(asked.Take(7), count => Assert.Equal(0, count));
        Assert.Equal(70, asked.Sum());
        Assert.All(asked, count => Assert.InRange(count, 0, 25));
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker()
    {
        var entries = Enumerable.Range(100, 120).Select(id => (string.Create(CultureInfo.InvariantCulture, $"/{id}"), (string?)null)).ToArray();
        var site = Site(entries);
        foreach (var (path, _) in entries) site.With(path, Course(int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture)));
        var whole = await Harvested.Of(platform, source, site);
        Assert.Equal([50, 50, 20], whole.Pages.Select(page => page.Listings.Count));
        site.Asked.Clear();
        var rest = await Harvested.Of(platform, source, site, whole.Pages[0].Marker);
        Assert.Equal(whole.Listings.Skip(50).Select(listing => listing.Id), rest.Listings.Select(listing => listing.Id));
        Assert.Equal(71, site.Asked.Count);
    }

    [Fact]
    public async Task Several_at_once_keep_the_order_and_the_pages()
    {
        var entries = Enumerable.Range(100, 120).Select(id => (string.Create(CultureInfo.InvariantCulture, $"/{id}"), (string?)null)).ToArray();
        var site = Site(entries);
        foreach (var (path, _) in entries) site.With(path, Course(int.Parse(path.AsSpan(1), CultureInfo.InvariantCulture)));
        var one = await Harvested.Of(platform, source, site);
        var many = await Harvested.Of(platform, source with { Politeness = new() { AtOnce = 8 } }, site);
        Assert.Equal(one.Pages.Select(page => (page.Marker, page.Listings.Count)), many.Pages.Select(page => (page.Marker, page.Listings.Count)));
        Assert.Equal(one.Listings, many.Listings);
    }

    [Fact]
    public async Task Five_pages_in_a_row_that_cannot_be_read_end_the_run()
    {
        var site = Site([.. Enumerable.Range(1, 9).Select(id => (string.Create(CultureInfo.InvariantCulture, $"/{id}"), (string?)null))]);
        for (var id = 1; id <= 9; id++) site.Failing(string.Create(CultureInfo.InvariantCulture, $"/{id}"), FailureKind.Timeout);
        Assert.Contains("5 pages in a row", await RefusalOf(site, source), StringComparison.Ordinal);
        Assert.Contains("another host", Assert.Single((await Harvested.Of(platform, source, Site(("/1", null), ("/2", null)).With("/1", Course(1)).With("/2", Course(2), endsAt: "https://login.example/"))).Refusals).Reason, StringComparison.Ordinal);
    }

    private async Task<string> RefusalOf(Portal portal, SourceDefinition of) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, of, portal))).Message;

    private static Portal Site(params (string Path, string? Changed)[] entries) => new Portal().With("/sitemap.xml", List(entries), type: Xml);

    private static Night Remembering(Portal site, PastHarvest past) => new(site, past);

    private static string List(params (string Path, string? Changed)[] entries) =>
        $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(entries.Select(entry => $"<url><loc>{new Uri(new Uri("https://portal.example"), entry.Path).AbsoluteUri}</loc>{(entry.Changed is null ? "" : $"<lastmod>{entry.Changed}</lastmod>")}</url>"))}</urlset>";

    private static string Index(params string[] files) => $"<sitemapindex>{string.Concat(files.Select(file => $"<sitemap><loc>{file}</loc></sitemap>"))}</sitemapindex>";

    private static string Course(int id) => $$"""<script type="application/ld+json">{"@type":"Course","name":"Курс {{id}}","description":"Вигаданий."}</script>""";

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static Page Answer(PageRequest request, byte[] body) =>
        new() { Request = request, Address = request.Address, Status = System.Net.HttpStatusCode.OK, Body = body, ContentType = "application/gzip" };

    /// <summary>The site on a night of which something is known already.</summary>
    private sealed class Night(Portal site, PastHarvest past) : IPageFetcher
    {
        public PastHarvest Past => past;

        public Task<Page> FetchAsync(PageRequest request, CancellationToken ct) => site.FetchAsync(request, ct);
    }
}
