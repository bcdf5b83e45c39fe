using System.Globalization;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Problems;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Crawlers;

/// <summary>The addresses that search engines and browsers ask for by themselves.</summary>
internal static class CrawlerEndpoints
{
    public static void MapCrawlers(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").ExcludeFromDescription();
        files.MapRead("/robots.txt", RobotsText.Answer).Costs(0);
        files.MapRead("/sitemap.xml", (HttpContext context, SiteMap map) => Xml(context, map.Index(SiteAddress.Of(context)), "application/xml; charset=utf-8")).NeedsIndex().Costs(5);
        files.MapRead("/sitemaps/{number}.xml", Part).NeedsIndex().Costs(10);
        files.MapRead("/opensearch.xml", (HttpContext context) =>
            Xml(context, OpenSearchDescription.Of(SiteAddress.Of(context), PageTexts.In(context.Request.Query["lang"])), OpenSearchDescription.Type));
    }

    private static IResult Part(string number, HttpContext context, SiteMap map) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var part) && map.File(SiteAddress.Of(context), part) is { } file
            ? Xml(context, file, "application/xml; charset=utf-8")
            : PageAnswers.Problem(context, ApiProblem.OfStatus(StatusCodes.Status404NotFound));

    private static FileContentHttpResult Xml(HttpContext context, byte[] bytes, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Revalidated.Bytes(bytes, type);
    }
}
