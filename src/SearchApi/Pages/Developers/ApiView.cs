using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Developers;

/// <summary>What the page about the API shows: the addresses as they are mapped.</summary>
public sealed class ApiView
{
    internal ApiView(PageFrame frame, Uri site, IReadOnlyList<ApiAddress> addresses) => (Frame, Site, Addresses) = (frame, site, addresses);

    public PageFrame Frame { get; }
    internal Uri Site { get; }
    internal IReadOnlyList<ApiAddress> Addresses { get; }
}

/// <summary>One address of the API: its method and pattern, what it is for, what it takes and costs, and requests to copy.</summary>
internal sealed record ApiAddress(string Name, string Method, string Pattern, string Summary, string Description, IReadOnlyList<Parameter> Parameters, int Units, IReadOnlyList<CodeExample> Examples)
{
    /// <summary>Every address that has a name in the document, in the order in which they are mapped.</summary>
    public static IReadOnlyList<ApiAddress> All(EndpointDataSource endpoints, Uri site) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true && endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null)
            .Select(endpoint => Of(endpoint, site)),
    ];

    private static ApiAddress Of(RouteEndpoint endpoint, Uri site)
    {
        var pattern = endpoint.RoutePattern.RawText!;
        var parameters = endpoint.Metadata.GetMetadata<ParameterSet>()?.All ?? [];
        var needed = parameters.Where(parameter => parameter.Example is not null && (parameter.Required || parameter.Name == "q")).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}").ToList();
        var address = new Uri(site, PathParameters.Filled(pattern) + (needed.Count == 0 ? "" : $"?{string.Join('&', needed)}")).AbsoluteUri;
        return new(
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? pattern,
            endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET",
            pattern,
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary,
            endpoint.Metadata.GetMetadata<IEndpointDescriptionMetadata>()?.Description ?? "",
            parameters,
            endpoint.Metadata.GetMetadata<QueryCost>()?.Units ?? 1,
            CodeExample.Of(ShownRequest.To(endpoint, address)));
    }
}
