using System.Globalization;
using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Reads members of a JSON object that may be absent, null, or of another kind than promised: then there is no value, never an exception.</summary>
internal static class JsonFields
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>Text that is not blank; a number counts as text.</summary>
    public static string? Text(this JsonElement json, string name)
    {
        var text = json.Member(name) switch
        {
            { ValueKind: JsonValueKind.String } value => Whole(value),
            { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>A whole number; digits in a string count.</summary>
    public static long? Number(this JsonElement json, string name) =>
        long.TryParse(json.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>True or false; 1 and 0 count.</summary>
    public static bool? Flag(this JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value when value.ValueKind is JsonValueKind.Number or JsonValueKind.String => json.Number(name) is { } number ? number != 0 : null,
        _ => null,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    // A lone surrogate («\ud83d» cut from its pair) is lawful JSON but no text.
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
