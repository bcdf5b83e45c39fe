using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Knows whether there is an index to answer from. Once there was one, there is: a rebuild happens beside the one that serves.</summary>
internal sealed class IndexPresence(ICourseSearcher searcher)
{
    private volatile bool seen;

    public bool IsThere => seen || (seen = searcher.Position.Epoch.Length > 0);
}

/// <summary>Lets an address answer 503 with Retry-After where there is no index yet, instead of finding nothing.</summary>
internal static class IndexNeeded
{
    private const string RetryAfterSeconds = "5";

    public static TBuilder NeedsIndex<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (http.RequestServices.GetRequiredService<IndexPresence>().IsThere)
            return await next(context);
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        http.Response.Headers.CacheControl = "no-store";
        var problem = ApiProblem.NoIndex();
        return ErrorAnswers.IsForPrograms(http) ? problem.Result() : PageAnswers.Problem(http, problem);
    });
}
