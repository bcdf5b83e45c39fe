using DcCourseIndex.SearchApi.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Limits;

/// <summary>What a request to an endpoint costs, in units of <see cref="RateLimits"/>; found by the limiter.</summary>
internal sealed record QueryCost(int Units)
{
    /// <summary>A file holds up to a thousand courses.</summary>
    private const int File = 10;

    public static int Of(HttpContext context)
    {
        var units = context.GetEndpoint()?.Metadata.GetMetadata<QueryCost>()?.Units ?? 1;
        return units > 0 && context.Request.Query.TryGetValue("format", out var format) && ExportFormat.Named(format) is not null ? Math.Max(units, File) : units;
    }
}

/// <summary>Says what an endpoint costs; without it a request costs one unit.</summary>
internal static class CostingEndpoints
{
    public static TBuilder Costs<TBuilder>(this TBuilder endpoint, int units) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new QueryCost(units));
}
