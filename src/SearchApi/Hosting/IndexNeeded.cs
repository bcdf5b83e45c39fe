using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>
/// Lets an address answer 503 with Retry-After where there is no index yet or it has not caught up, instead of finding nothing. What is read is refused at once,
/// because a proxy asks the next node; what is posted no proxy may send twice, so it waits a little.
/// </summary>
internal static class IndexNeeded
{
    private const string RetryAfterSeconds = "5";
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static TBuilder NeedsIndex<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (await ServesAsync(http))
            return await next(context);
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        http.Response.Headers.CacheControl = "no-store";
        var problem = ApiProblem.NoIndex();
        return ErrorAnswers.IsForPrograms(http) ? problem.Result() : PageAnswers.Problem(http, problem);
    });

    private static async ValueTask<bool> ServesAsync(HttpContext http)
    {
        var presence = http.RequestServices.GetRequiredService<IndexPresence>();
        if (await presence.ServesAsync(http.RequestAborted))
            return true;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return false;
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < Wait;)
        {
            await Task.Delay(Pause, clock, http.RequestAborted);
            if (await presence.ServesAsync(http.RequestAborted))
                return true;
        }

        return false;
    }
}
