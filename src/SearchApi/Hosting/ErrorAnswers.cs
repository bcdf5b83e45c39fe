using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Gives every answer without a body one: a problem for programs, a page for people. Stack traces stay in the log.</summary>
internal static class ErrorAnswers
{
    private static readonly string[] ForPrograms = ["/api", "/health", "/openapi", "/oai", "/sru", "/mcp"];

    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, ApiProblem.OfStatus(context.HttpContext.Response.StatusCode)));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => AnswerAsync(context, ApiProblem.OfStatus(context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : 500)),
        });
    }

    /// <summary>Whether an address is read by programs and not by people.</summary>
    public static bool IsForPrograms(HttpContext context) => ForPrograms.Any(start => context.Request.Path.StartsWithSegments(start, StringComparison.Ordinal));

    /// <summary>The refusal in the form that fits the address.</summary>
    public static Task AnswerAsync(HttpContext context, ApiProblem problem) => IsForPrograms(context)
        ? problem.Result().ExecuteAsync(context)
        : PageAnswers.Problem(context, problem).ExecuteAsync(context);
}
