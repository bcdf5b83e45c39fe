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
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => AnswerAsync(context, context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : 500),
        });
    }

    private static Task AnswerAsync(HttpContext context, int status)
    {
        var problem = ApiProblem.OfStatus(status);
        return ForPrograms.Any(start => context.Request.Path.StartsWithSegments(start, StringComparison.Ordinal))
            ? problem.Result().ExecuteAsync(context)
            : PageAnswers.Problem(context, problem).ExecuteAsync(context);
    }
}
