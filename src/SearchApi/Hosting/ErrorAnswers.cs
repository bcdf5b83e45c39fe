using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Gives every answer without a body one: a problem for programs, a page for people. Stack traces stay in the log.</summary>
internal static class ErrorAnswers
{
    private static readonly string[] ForPrograms = ["/api", "/health", "/openapi", "/oai", "/sru"];

    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, ApiProblem.OfStatus(context.HttpContext.Response.StatusCode)));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => AnswerAsync(context, ApiProblem.OfStatus(context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : 500)),
        });
    }

    /// <summary>The refusal in the form that fits the address.</summary>
    public static Task AnswerAsync(HttpContext context, ApiProblem problem) => ForPrograms.Any(start => context.Request.Path.StartsWithSegments(start, StringComparison.Ordinal))
        ? problem.Result().ExecuteAsync(context)
        : PageAnswers.Problem(context, problem).ExecuteAsync(context);
}
