using System.Text;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>Pages that come well and are not what they seem, or are too much for a reader.</summary>
public static class Pages
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>Ten entities of ten entities, ten levels deep (CVE-2003-1564).</summary>
    public static string Laughs { get; } = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">"
        + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{Repeat($"&lol{i - 1};", 10)}\">"))
        + "]>\n<rss><channel><title>&lol9;</title></channel></rss>";

    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        Whole("a login page with 200", """<html><body id="page-login-index" class="pagelayout-login"><form action="/login/index.php" method="post"><input type="password" name="password"></form></body></html>"""),
        Whole("not found with 200", "<html><head><title>404</title></head><body><h1>Сторінку не знайдено</h1><p>Перевірте адресу.</p></body></html>"),
        Whole("elements a hundred thousand deep", Repeat("<div>", 100_000)),
        Whole("drawings a hundred thousand deep", "<svg>" + Repeat("<option>", 100_000)),
        Whole("emphasis that is never closed", "<p>" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"<font size={i}>")) + Repeat("</p><p>x", 100_000)),
        Whole("a million tags", Repeat("<p>x", 1_000_000)),
        new("a picture", exchange => exchange.AnswerAsync(200, "image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10 })),
        new("a PDF", exchange => exchange.AnswerAsync(200, "application/pdf", "%PDF-1.7\n")),
        new("a PDF that calls itself a page", exchange => exchange.AnswerAsync(200, Html, "%PDF-1.7\n")),
        new("a charset that lies", exchange => exchange.AnswerAsync(exchange.Good.Status, Html, Windows1251.GetBytes(exchange.Good.Body))),
        new("NUL between the letters", exchange => exchange.AnswerAsync(exchange.Good.Status, Html, exchange.Good.Body.Replace("а", "а\0", StringComparison.Ordinal))),
        new("an entity bomb", exchange => exchange.AnswerAsync(200, "application/xml", Laughs)),
        new("a list without end", exchange => exchange.AnswerAsync(200, Html, ListPage(exchange))),
        new("sitemaps in a circle", exchange => exchange.AnswerAsync(200, "application/xml",
            $"""<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{exchange.Root}/sitemap-a.xml</loc></sitemap><sitemap><loc>{exchange.Root}/sitemap-b.xml</loc></sitemap></sitemapindex>""")),
    ];

    private static Misbehaviour Whole(string name, string html) => new(name, exchange => exchange.AnswerAsync(200, Html, html));

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    // Each page shows a course that no page before has shown, and a next page.
    private static string ListPage(HostileExchange exchange)
    {
        var query = exchange.Target.Split('?', 2);
        var page = query.Length > 1 ? query[1].Split('&').FirstOrDefault(part => part.StartsWith("page=", StringComparison.Ordinal)) : null;
        var number = page is null ? 0 : int.Parse(page[5..], System.Globalization.CultureInfo.InvariantCulture);
        return $"""
            <html lang="uk"><body id="page-course-index-category"><div role="main"><div class="course_category_tree"><div class="courses category-browse category-browse-1">
            <ul class="pagination"><li><a href="{exchange.Root}/course/index.php?categoryid=1&amp;browse=courses&amp;perpage=100&amp;page={number + 1}">{number + 2}</a></li></ul>
            <div class="coursebox" data-courseid="{100_000 + number}" data-type="1"><h3 class="coursename"><a href="{exchange.Root}/course/view.php?id={100_000 + number}">Вигаданий курс {number}</a></h3>
            <div class="content"><div class="summary">Вигаданий.</div></div></div></div></div></div></body></html>
            """;
    }
}
