using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>The answers of an invented course portal: robots.txt, a sitemap, and pages of about 15 kB with menu, footer, related courses and a schema.org course. The same number gives the same site.</summary>
internal static class InventedSite
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Bodies by path; <paramref name="root"/> ends without a slash.</summary>
    public static Dictionary<string, (string Type, byte[] Body)> Make(string root, int pages)
    {
        var (random, words) = (new Random(1), new InventedWords(1));
        var addresses = Enumerable.Range(1, pages).Select(number => string.Create(CultureInfo.InvariantCulture, $"/courses/course-{number:00000}")).ToList();
        var site = new Dictionary<string, (string, byte[])>
        {
            ["/robots.txt"] = ("text/plain", Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /admin/\nDisallow: /*?sort=\nSitemap: {root}/sitemap.xml\n")),
            ["/sitemap.xml"] = ("application/xml", Encoding.UTF8.GetBytes(
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(addresses.Select(path => $"<url><loc>{root}{path}</loc><lastmod>2026-11-01</lastmod></url>"))}</urlset>")),
        };
        foreach (var path in addresses) site[path] = ("text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page(root, path, random, words)));
        return site;
    }

    private static string Page(string root, string path, Random random, InventedWords words)
    {
        var title = words.Text(random, random.Next(3, 8));
        var summary = words.Text(random, random.Next(15, 30));
        var paragraphs = Enumerable.Range(0, random.Next(4, 8)).Select(_ => words.Text(random, random.Next(40, 90))).ToList();
        var course = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Course",
            ["name"] = title,
            ["url"] = root + path,
            ["description"] = $"<p>{string.Join("</p><p>", paragraphs)}</p>",
            ["provider"] = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = $"Вигаданий університет {random.Next(1, 30)}" },
            ["inLanguage"] = "uk",
            ["isAccessibleForFree"] = random.Next(2) == 0,
            ["hasCourseInstance"] = new Dictionary<string, object>
            {
                ["@type"] = "CourseInstance",
                ["courseMode"] = "online",
                ["courseWorkload"] = $"PT{random.Next(1, 60)}H",
                ["startDate"] = $"2027-{random.Next(1, 13):00}-01",
            },
        }, Json);
        return $"""
            <!DOCTYPE html><html lang="uk"><head><meta charset="utf-8"><title>{title} — вигаданий портал</title>
            <meta name="viewport" content="width=device-width"><meta property="og:title" content="{title}"><meta property="og:description" content="{summary}"><meta property="og:image" content="/img{path}.jpg">
            <link rel="stylesheet" href="/style.css"><script type="application/ld+json">{course}</script></head><body>
            <header><nav><ul>{string.Concat(Enumerable.Range(1, 25).Select(number => $"<li class=\"menu-item menu-item-{number}\"><a href=\"/section/{number}\"><span>{words.Draw(random)}</span></a></li>"))}</ul></nav></header>
            <main><article class="course"><h1>{title}</h1><p class="lead">{summary}</p>{string.Concat(paragraphs.Select(text => $"<p>{text}</p>"))}<ul class="facts"><li><b>Мова</b> <span>українська</span></li></ul></article>
            <aside>{string.Concat(Enumerable.Range(1, 12).Select(number => $"<div class=\"card\"><a href=\"/courses/other-{number}\"><img src=\"/img/{number}.jpg\" alt=\"\" loading=\"lazy\"><h3 class=\"card__title\">{words.Text(random, 4)}</h3></a><p class=\"card__text\">{words.Text(random, 12)}</p></div>"))}</aside></main>
            <footer><div class="columns">{string.Concat(Enumerable.Range(1, 20).Select(number => $"<div class=\"column\"><a href=\"/page/{number}\" rel=\"nofollow\">{words.Draw(random)}</a></div>"))}</div></footer>
            </body></html>
            """;
    }
}
