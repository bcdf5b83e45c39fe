using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>A request that is shown as an example: what is sent where, with which header, and in which form the answer comes.</summary>
/// <param name="Header">What opens the address, with a word in place of the key; null where nothing is needed.</param>
internal sealed record ShownRequest(string Method, string Address, string? Body, (string Name, string Value)? Header, bool AnswersJson)
{
    private const string Key = "YOUR-KEY";

    public bool Reads => Method == HttpMethods.Get;

    /// <summary>The request to an endpoint, at an address in full.</summary>
    public static ShownRequest To(RouteEndpoint endpoint, string address)
    {
        var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? HttpMethods.Get;
        return new(method, address, endpoint.Metadata.GetMetadata<BodyExample>()?.Json, Opens(endpoint, method), endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(IsJson));
    }

    private static (string, string)? Opens(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<KeyNeeded>() is not null ? ("Authorization", $"Bearer {Key}")
        : method is "PUT" or "DELETE" ? (ListEndpoints.KeyHeader, Key)
        : null;

    // What is no JSON is described as text.
    private static bool IsJson(IProducesResponseTypeMetadata answer) =>
        answer.StatusCode is StatusCodes.Status200OK or StatusCodes.Status201Created && answer.Type is { } type && type != typeof(void) && type != typeof(string);
}
