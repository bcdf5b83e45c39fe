using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>Turns views into HTML answers.</summary>
internal static class PageAnswers
{
    /// <summary>A page component with its view as the parameter <c>View</c>.</summary>
    public static RazorComponentResult Of<TPage>(object view, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?> { ["View"] = view }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>The readable form of a refusal.</summary>
    public static RazorComponentResult Problem(HttpContext context, ApiProblem problem) =>
        Of<ProblemPage>(new ProblemView(PageFrame.Of(context), problem), problem.Status);
}
