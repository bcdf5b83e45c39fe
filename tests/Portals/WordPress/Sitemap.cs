using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>The sitemap that WordPress writes by itself.</summary>
internal static class Sitemap
{
    public static PortalAnswer Index(WordPressPortal portal) =>
        Xml($"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>{portal.Url("/wp-sitemap-posts-post-1.xml")}</loc></sitemap></sitemapindex>");

    public static PortalAnswer Posts(WordPressPortal portal) =>
        Xml($"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(portal.Shown.Select(post => $"<url><loc>{Markup.Escape(portal.Link(post))}</loc></url>"))}</urlset>");

    private static PortalAnswer Xml(string body) => new(200, "application/xml; charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body + "\n");
}
