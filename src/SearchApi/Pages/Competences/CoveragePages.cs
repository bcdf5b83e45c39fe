using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Coverage;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Competences;

/// <summary>The page about what the catalogue has and lacks.</summary>
internal static class CoveragePages
{
    public static void MapCoveragePages(this IEndpointRouteBuilder pages) => pages.MapRead("/coverage", Map).NeedsIndex();

    private static RazorComponentResult Map(HttpContext context, CoverageBook book, CoverageParameters parameters, Frameworks frameworks)
    {
        var query = SharedLinks.WithoutTags(context.Request);
        return parameters.Known.Refusal(query) is { } refusal
            ? PageAnswers.Problem(context, refusal)
            : PageAnswers.Of<CoveragePage>(new CoverageView(PageFrame.Of(context), frameworks.All, book.Of(parameters.Read(query))));
    }
}
