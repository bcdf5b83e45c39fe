using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>Small invented portals over real HTTP, as they are seen night after night.</summary>
internal static class NightlyPortals
{
    /// <summary>An Open edX list of courses with a detail each; with <paramref name="validators"/> every answer has an ETag and is «not modified» to whoever sends it back.</summary>
    public static Task<LoopbackPortal> OpenEdxAsync(Func<int, string> nameOf, int courses, bool validators) => LoopbackPortal.StartAsync(context =>
    {
        var path = context.Request.Path.Value!.TrimEnd('/');
        var number = path[(path.LastIndexOf('/') + 1)..];
        var body = path.EndsWith("/courses", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new { results = Enumerable.Range(1, courses).Select(id => new { id = Key(id), name = nameOf(id), org = "Library" }), pagination = new { next = (string?)null } })
            : JsonSerializer.Serialize(new { overview = $"<p>Вигаданий опис {number}.</p>" });
        return AnswerAsync(context, body, "application/json", validators);
    });

    public static SourceDefinition OpenEdx(this LoopbackPortal portal) => portal.Source() with { Platform = "openedx" };

    /// <summary>A repository in pages of <paramref name="pageSize"/> records, whose list goes on behind <c>resumptionToken=NUMBER</c>.</summary>
    public static Task<LoopbackPortal> RepositoryAsync(int records, int pageSize) => LoopbackPortal.StartAsync(context =>
    {
        var query = context.Request.Query;
        var from = int.TryParse(query["resumptionToken"], CultureInfo.InvariantCulture, out var token) ? token : 0;
        var end = Math.Min(records, from + pageSize);
        var content = query["verb"] == "Identify" ? "<Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>"
            : query.ContainsKey("from") ? "<error code=\"noRecordsMatch\"/>"
            : $"<ListRecords>{string.Concat(Enumerable.Range(from + 1, end - from).Select(Record))}<resumptionToken completeListSize=\"{records}\">{(end < records ? end : "")}</resumptionToken></ListRecords>";
        return AnswerAsync(context, $"<OAI-PMH><responseDate>2026-11-20T01:00:00Z</responseDate>{content}</OAI-PMH>", "text/xml", validators: false);
    });

    /// <summary>A sitemap of course pages without dates or validators.</summary>
    public static Task<LoopbackPortal> SitemapAsync(int courses) => LoopbackPortal.StartAsync(context =>
    {
        var path = context.Request.Path.Value!;
        var body = path == "/sitemap.xml"
            ? $"<urlset>{string.Concat(Enumerable.Range(100, courses).Select(id => $"<url><loc>http://{context.Request.Host}/{id}</loc></url>"))}</urlset>"
            : $$"""<script type="application/ld+json">{"@type":"Course","name":"Курс {{path[1..]}}","description":"Вигаданий курс."}</script>""";
        return AnswerAsync(context, body, path == "/sitemap.xml" ? "text/xml" : "text/html", validators: false);
    });

    /// <summary>A blog whose posts all announce courses; «modified_after» filters as WordPress does.</summary>
    public static Task<LoopbackPortal> WordPressAsync(IReadOnlyDictionary<int, DateTime> posts) => LoopbackPortal.StartAsync(context =>
    {
        var after = DateTime.TryParse(context.Request.Query["modified_after"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date) ? date : DateTime.MinValue;
        var listed = posts.Where(post => post.Value > after).Select(post => new
        {
            id = post.Key,
            link = $"http://{context.Request.Host}/p-{post.Key}/",
            modified_gmt = post.Value.ToString("s", CultureInfo.InvariantCulture),
            title = new { rendered = $"Онлайн-курс {post.Key}" },
            content = new { rendered = "<p>Вигадана реєстрація на курс.</p>" },
        });
        return AnswerAsync(context, context.Request.Path == "/" ? "<html></html>" : JsonSerializer.Serialize(listed), context.Request.Path == "/" ? "text/html" : "application/json", validators: false);
    });

    private static string Key(int id) => string.Create(CultureInfo.InvariantCulture, $"course-v1:Library+{id}+2026");

    private static string Record(int id) =>
        $"<record><header><identifier>oai:{id}</identifier></header><metadata><dc><title>Вигаданий курс {id}</title><type>course</type><identifier>https://repo.example/{id}</identifier></dc></metadata></record>";

    private static async Task AnswerAsync(HttpContext context, string body, string type, bool validators)
    {
        if (validators)
        {
            var tag = $"\"{body.Length}-{string.GetHashCode(body, StringComparison.Ordinal)}\"";
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = 304;
                return;
            }
        }

        context.Response.ContentType = $"{type}; charset=utf-8";
        await context.Response.WriteAsync(body);
    }
}
