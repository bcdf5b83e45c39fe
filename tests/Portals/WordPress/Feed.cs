using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>The RSS feed: ten posts a page, 404 as HTML past the end, validators that work.</summary>
internal static class Feed
{
    private const int PerPage = 10;

    public static PortalAnswer Answer(WordPressPortal portal, PortalRequest request)
    {
        var page = Math.Max(1, request.Whole("paged", 1));
        var posts = portal.Shown.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        if (posts.Count == 0 && page > 1)
        {
            return SitePages.Frame(portal, "Сторінку не знайдено", "<h1>Нічого не знайдено</h1>", 404);
        }

        var body = $"""
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel>
            <title>{Markup.Escape(portal.Options.Name)}</title>
            <link>{portal.Url("")}</link>
            <description>{Markup.Escape(portal.Options.Tagline)}</description>
            <language>uk</language>
            <generator>https://wordpress.org/?v=6.1.9</generator>
            {string.Join("\n", posts.Select(post => Item(portal, post)))}
            </channel>
            </rss>

            """;
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..32];
        return new PortalAnswer(200, "application/rss+xml; charset=UTF-8", body).With("ETag", $"\"{tag}\"");
    }

    private static string Item(WordPressPortal portal, InventedPost post) => $"""
        <item>
        <title>{PostText.Title(post)}</title>
        <link>{portal.Link(post)}</link>
        <dc:creator><![CDATA[redaktor]]></dc:creator>
        <pubDate>{post.Date.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0200</pubDate>
        {string.Concat(portal.Options.Terms.Where(term => post.Categories.Contains(term.Id) && term.Taxonomy == "category").Select(term => $"<category><![CDATA[{term.Name}]]></category>"))}
        <guid isPermaLink="false">{portal.Url($"/?p={post.Id}")}</guid>
        <description><![CDATA[{PostText.Excerpt(post).Trim()}]]></description>
        <content:encoded><![CDATA[{(post.Protected ? "<form method=\"post\"></form>" : post.Content)}]]></content:encoded>
        </item>
        """;
}
