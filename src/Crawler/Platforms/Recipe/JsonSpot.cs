using System.Text.Json;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>A value of a JSON answer.</summary>
internal sealed class JsonSpot(JsonElement json, JsonNames names, Uri root) : IPlace
{
    private const int MostItems = 50_000;

    public string Described => json.ValueKind switch
    {
        JsonValueKind.Object => $"the answer has the members {string.Join(", ", json.EnumerateObject().Take(12).Select(Name).OfType<string>())}",
        JsonValueKind.Array => $"the answer is a list of {json.GetArrayLength()}",
        _ => "the answer is one value",
    };

    /// <inheritdoc/>
    public IReadOnlyList<IPlace> Items(string where) =>
        [.. Found(where).SelectMany(Spread).Where(item => item.ValueKind == JsonValueKind.Object).Take(MostItems).Select(item => new JsonSpot(item, names, root))];

    /// <inheritdoc/>
    public IEnumerable<string> Values(RecipeWay way, bool address) => way.Kind switch
    {
        WayKind.Path => Found(way.Place).SelectMany(Spread).Select(Text).OfType<string>()
            .SelectMany(text => way.Lookup is { } lookup ? names.Of(lookup, text) : [text]),
        WayKind.Value => [way.Place],
        _ => [],
    };

    /// <inheritdoc/>
    public string? Absolute(string text) => HtmlPlace.WebAddressOf(root, text);

    private static string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no text stand even in names.
            return null;
        }
    }

    private IEnumerable<JsonElement> Found(string path) => JsonPath.Parse(path) is { } steps ? JsonWalk.Follow(json, steps) : [];

    private static IEnumerable<JsonElement> Spread(JsonElement found) => found.ValueKind == JsonValueKind.Array ? found.EnumerateArray() : [found];

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate («\ud83d» cut from its pair) is lawful JSON but no text.
            return null;
        }
    }
}
