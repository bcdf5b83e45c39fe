using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.Portals.Serving;

/// <summary>Reads what Kestrel received into a request that a portal can answer and a test can look at.</summary>
internal static class RequestReader
{
    public static async Task<PortalRequest> ReadAsync(HttpContext context, DateTimeOffset at)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);

        // Kestrel's own path leaves %2F encoded and decodes the rest, so a key such as Org/Number/Run could not be told apart.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var form = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        return new PortalRequest(0, request.Method, target, at)
        {
            Query = First(QueryHelpers.ParseQuery(request.QueryString.Value)),
            Form = form ? First(QueryHelpers.ParseQuery(body)) : new Dictionary<string, string>(),
            Headers = First(request.Headers),
            Body = body,
        };
    }

    private static Dictionary<string, string> First(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
