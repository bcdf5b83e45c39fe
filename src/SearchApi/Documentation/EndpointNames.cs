using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>What an endpoint is called in the OpenAPI document.</summary>
internal static class EndpointNames
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>An address that is read: GET, and HEAD as RFC 9110 §9.1 asks of every server.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate answer)
    {
        var endpoint = routes.MapMethods(pattern, Reading, answer);
        return pattern.StartsWith("/api/", StringComparison.Ordinal) ? endpoint.ProducesProblem(StatusCodes.Status429TooManyRequests) : endpoint;
    }

    /// <summary>The same for an address that somebody else maps for GET alone.</summary>
    public static void AnswersHead(this IEndpointConventionBuilder endpoint) => endpoint.Add(builder =>
    {
        foreach (var methods in builder.Metadata.OfType<IHttpMethodMetadata>().ToList())
            builder.Metadata.Remove(methods);
        builder.Metadata.Add(new HttpMethodMetadata(Reading));
    });

    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string tag, string name, string summary, string description) =>
        endpoint.WithTags(tag).WithName(name).WithSummary(summary).WithDescription(description);
}
