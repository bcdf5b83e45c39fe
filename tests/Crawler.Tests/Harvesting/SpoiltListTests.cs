using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>What goes wrong with sitemaps and OAI-PMH lists, each for ten nights of whole lists after a good harvest: not one course is retired, missing or changed.</summary>
public sealed class SpoiltListTests
{
    private const int Courses = 60;
    private const int Nights = 10;
    private const string Bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"лол\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><a>&d;</a>";
    private const string Login = "<!DOCTYPE html><html><head><title>Вхід</title></head><body><form action=\"/login\"><input type=\"password\"></form></body></html>";

    private static readonly Dictionary<string, Func<string, string, string>> Sitemaps = new(StringComparer.Ordinal)
    {
        ["cut off"] = (good, _) => good[..(good.Length / 2)],
        ["cut off between two addresses"] = (good, _) => good[..good.IndexOf("<url>", good.Length / 2, StringComparison.Ordinal)],
        ["empty"] = (_, _) => "<urlset></urlset>",
        ["nothing at all"] = (_, _) => "",
        ["half of the list"] = (good, _) => good[..good.IndexOf("<url>", good.Length / 2, StringComparison.Ordinal)] + "</urlset>",
        ["an index that leads to itself"] = (_, host) => $"<sitemapindex><sitemap><loc>http://{host}/sitemap.xml</loc></sitemap></sitemapindex>",
        ["entities without end"] = (_, _) => Bomb,
        ["a login page"] = (_, _) => Login,
    };

    private static readonly Dictionary<string, Func<string, string, string>> Repositories = new(StringComparer.Ordinal)
    {
        ["cut off"] = (good, _) => good[..(good.Length / 2)],
        ["empty"] = (_, _) => Answer("<ListRecords></ListRecords>"),
        ["nothing matches"] = (_, _) => Answer("<error code=\"noRecordsMatch\"/>"),
        ["a wrong question"] = (_, _) => Answer("<error code=\"badArgument\">Вигадана помилка.</error>"),
        ["half of the list"] = (good, _) => good[..good.IndexOf("<record>", good.Length / 2, StringComparison.Ordinal)] + "</ListRecords></OAI-PMH>",
        ["a token for ever"] = (good, _) => good.Replace("</ListRecords>", "<resumptionToken>again</resumptionToken></ListRecords>", StringComparison.Ordinal),
        ["entities without end"] = (_, _) => Bomb,
        ["a login page"] = (_, _) => Login,
    };

    public static TheoryData<string> SitemapCases => [.. Sitemaps.Keys];

    public static TheoryData<string> RepositoryCases => [.. Repositories.Keys];

    [Theory]
    [MemberData(nameof(SitemapCases))]
    public Task No_course_is_lost_with_its_sitemap(string disaster) => LosesNothingAsync("sitemap", Sitemaps[disaster]);

    [Theory]
    [MemberData(nameof(RepositoryCases))]
    public Task No_course_is_lost_with_its_repository(string disaster) => LosesNothingAsync("oai", Repositories[disaster]);

    private static async Task LosesNothingAsync(string platform, Func<string, string, string> spoil)
    {
        var spoilt = false;
        await using var portal = await LoopbackPortal.StartAsync(context => AnswerAsync(context, (good, host) => Volatile.Read(ref spoilt) ? spoil(good, host) : good));
        using var line = new CrawlLine();
        var source = portal.Source() with { Platform = platform, Trusted = true };
        Assert.Equal((RunState.Promoted, Courses), (await line.NightAsync(source)) is var good ? (good.State, good.New) : default);
        var before = await line.PictureAsync();

        Volatile.Write(ref spoilt, true);
        for (var night = 0; night < Nights; night++)
        {
            var report = await line.NightAsync(source, full: true);
            Assert.True(report.State is RunState.Held or RunState.Failed, $"Night {night}: {report.State}, {report.Found} found.");
            Assert.NotNull(report.HeldBecause ?? report.Failure);
            Assert.InRange(report.Fetched.Requests, 1, 4 * Courses);
            Assert.Equal(before, await line.PictureAsync());
        }

        Volatile.Write(ref spoilt, false);
        Assert.Equal((RunState.Promoted, Courses), (await line.NightAsync(source, full: true)) is var again ? (again.State, again.Unchanged) : default);
        Assert.Empty(await line.Held.ListAsync(default));
        await line.SoundAsync();
    }

    private static async Task AnswerAsync(HttpContext context, Func<string, string, string> spoil)
    {
        var host = context.Request.Host.ToString();
        var path = context.Request.Path.Value!;
        var query = context.Request.Query;
        var (body, type) = path switch
        {
            "/robots.txt" => ("", "text/plain"),
            "/sitemap.xml" => (spoil($"<urlset>{string.Concat(Numbers.Select(id => $"<url><loc>http://{host}/k/{id}</loc></url>"))}</urlset>", host), "text/xml"),
            _ when path.StartsWith("/k/", StringComparison.Ordinal) =>
                ($$"""<script type="application/ld+json">{"@type":"Course","name":"Вигаданий курс {{path[3..]}}","description":"Про перевірку фактів."}</script>""", "text/html"),
            _ when query["verb"] == "Identify" => (Answer("<Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>"), "text/xml"),
            _ => (spoil(Answer($"<ListRecords>{string.Concat(Numbers.Select(Record))}</ListRecords>"), host), "text/xml"),
        };
        context.Response.ContentType = $"{type}; charset=utf-8";
        await context.Response.WriteAsync(body);
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(100, Courses);

    private static string Answer(string content) => $"<OAI-PMH><responseDate>2026-11-20T01:00:00Z</responseDate>{content}</OAI-PMH>";

    private static string Record(int id) =>
        $"<record><header><identifier>oai:{id}</identifier></header><metadata><dc><title>Вигаданий курс {id}</title><type>course</type><identifier>https://repo.example/{id}</identifier></dc></metadata></record>";
}
