using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Developers;

/// <summary>The page about the API.</summary>
internal static class ApiPages
{
    private static readonly ParameterSet Plain = new([KnownParameters.Language]);

    public static void MapApiPage(this IEndpointRouteBuilder pages) => pages.MapRead("/api", (HttpContext context, EndpointDataSource endpoints) =>
        Plain.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal
            ? PageAnswers.Problem(context, refusal)
            : PageAnswers.Of<ApiPage>(new ApiView(PageFrame.Of(context), SiteAddress.Of(context), ApiAddress.All(endpoints, SiteAddress.Of(context)))));
}
