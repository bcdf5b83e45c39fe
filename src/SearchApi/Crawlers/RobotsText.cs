using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcCourseIndex.SearchApi.Crawlers;

/// <summary>What robots may read here (RFC 9309): everything, for nothing private is served; the demo asks search engines to leave its invented courses out.</summary>
internal static class RobotsText
{
    public static ContentHttpResult Answer(SearchApiSettings settings, HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Text(settings.Demo ? "User-agent: *\nDisallow: /\n" : $"User-agent: *\nAllow: /\n\nSitemap: {new Uri(SiteAddress.Of(context), "/sitemap.xml")}\n", "text/plain; charset=utf-8");
    }
}
