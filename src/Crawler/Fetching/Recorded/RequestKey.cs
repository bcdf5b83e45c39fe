using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>Makes requests comparable: parameters in any order, percent-encoding in one form, forms by their fields, JSON by its values. The host does not count.</summary>
internal static class RequestKey
{
    /// <summary>The key of a request with its path and query from the root, and its body or null.</summary>
    public static string Of(string method, string pathAndQuery, string? body)
    {
        var address = pathAndQuery.Split('#', 2)[0].Split('?', 2);
        var path = string.Join('/', address[0].Split('/').Select(segment => Normal(segment)));
        var query = address.Length == 2 ? Parameters(address[1]) : "";
        return $"{method.ToUpperInvariant()} {path}?{query} {Body(body)}";
    }

    private static string Body(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return "";
        }
        if (body.TrimStart() is ['{' or '[', ..] && Json(body) is { } json)
        {
            return json;
        }
        return body.Contains('=', StringComparison.Ordinal) ? Parameters(body) : body;
    }

    private static string Parameters(string text) => string.Join('&', text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => $"{Parameter(pair[0])}={(pair.Length == 2 ? Parameter(pair[1]) : "")}")
        .Order(StringComparer.Ordinal));

    private static string Parameter(string text) => Normal(text.Replace('+', ' '));

    private static string Normal(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    private static string? Json(string body)
    {
        try
        {
            return Sorted(JsonNode.Parse(body))?.ToJsonString() ?? "null";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
