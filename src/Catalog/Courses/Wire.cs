using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>The names that enumerations carry outside the program, in JSON, CSV and parameters alike.</summary>
public static class Wire
{
    /// <summary>JSON as every file, column and answer of the program has it: camelCase, nothing for null, Cyrillic left readable.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The wire name of a value, for example <c>free-to-study</c>.</summary>
    public static string Name<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>All wire names of an enumeration, in the order of its declaration.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Names<T>.Ordered;

    /// <summary>Reads a wire name, letter for letter; false where there is no such value.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? name, out T value) where T : struct, Enum
    {
        value = default;
        return name is not null && Names<T>.ByName.TryGetValue(name, out value);
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<string, T> ByName = typeof(T)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(
                field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name,
                field => (T)field.GetValue(null)!,
                StringComparer.Ordinal);

        public static readonly IReadOnlyDictionary<T, string> ByValue = ByName.ToDictionary(p => p.Value, p => p.Key);

        public static readonly IReadOnlyList<string> Ordered = [.. ByName.Keys];
    }
}

/// <summary>Writes an enumeration by its wire name and reads nothing else.</summary>
public sealed class WireConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Wire.TryParse<T>(name, out var value)
            ? value
            : throw new JsonException($"«{name}» is not one of {string.Join(", ", Wire.All<T>())}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Wire.Name(value));
}
