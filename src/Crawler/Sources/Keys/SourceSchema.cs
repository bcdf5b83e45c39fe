using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcCourseIndex.Crawler.Sources.Keys;

/// <summary>The JSON Schema (draft 7, which editors of YAML know) of source files, made from the table of keys.</summary>
public static class SourceSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The schema as text, ending in a line feed; the same for the same keys and platforms.</summary>
    public static string Text(IEnumerable<string> platforms) => Of([.. platforms.Order(StringComparer.Ordinal)]).ToJsonString(Written) + "\n";

    private static JsonObject Of(IReadOnlyList<string> platforms)
    {
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Source file of DcCourseIndex",
            ["description"] = "One portal whose courses are harvested: config/sources/NAME.yml. Made by `dccourseindex config --schema source`.",
        };
        foreach (var (name, part) in Mapping([.. SourceKeys.All.Select(key => key.Name == "platform" ? key with { Allowed = platforms } : key)])) root[name] = part?.DeepClone();
        root["allOf"] = new JsonArray([
            Either(new JsonObject { ["required"] = new JsonArray("address") }, Says("enabled", new JsonArray(false))),
            .. SourceKeys.All.Where(key => key.Platforms.Count > 0).Select(key => Either(
                new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray(key.Name) } }, Says("platform", Words(key.Platforms)))),
        ]);
        root["definitions"] = new JsonObject { ["ways"] = Ways(), ["way"] = Way() };
        return root;
    }

    // Without if and else, which many validators of editors do not know.
    private static JsonObject Either(JsonObject one, JsonObject other) => new() { ["anyOf"] = new JsonArray(one, other) };

    private static JsonObject Says(string key, JsonArray values) => new()
    {
        ["required"] = new JsonArray(key),
        ["properties"] = new JsonObject { [key] = new JsonObject { ["enum"] = values } },
    };

    private static JsonObject Of(SourceKey key)
    {
        var schema = key.Kind switch
        {
            KeyKind.Text => Plain(key),
            KeyKind.Word => new JsonObject { ["type"] = "string", ["enum"] = Words(key.Allowed) },
            KeyKind.Flag => new JsonObject { ["type"] = "boolean" },
            KeyKind.Number => new JsonObject { ["type"] = "integer" },
            KeyKind.Texts => new JsonObject { ["anyOf"] = new JsonArray(Plain(key), new JsonObject { ["type"] = "array", ["items"] = Plain(key) }) },
            KeyKind.Pairs => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number") } },
            KeyKind.Ways => new JsonObject { ["$ref"] = "#/definitions/ways" },
            _ => Mapping(key.Inner),
        };
        schema["description"] = key.Meaning;
        if (key.Example is { } example && key.Kind is KeyKind.Text) schema["examples"] = new JsonArray(example);
        return schema;
    }

    // A text may look like a number; only a pattern or a list of words makes it certain that it is none.
    private static JsonObject Plain(SourceKey key) => key switch
    {
        { Allowed.Count: > 0 } => new JsonObject { ["type"] = "string", ["enum"] = Words(key.Allowed) },
        { Pattern: { } pattern } => new JsonObject { ["type"] = "string", ["pattern"] = pattern },
        _ => new JsonObject { ["type"] = new JsonArray("string", "number") },
    };

    private static JsonObject Mapping(IReadOnlyList<SourceKey> keys)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, Of(key)))) };
        string[] required = [.. keys.Where(key => key.IsRequired).Select(key => key.Name)];
        if (required.Length > 0) schema["required"] = Words(required);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Ways() => new()
    {
        ["anyOf"] = new JsonArray(Reference("way"), new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference("way") }),
    };

    private static JsonObject Way() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Mapping(RecipeKeys.Way)) };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => JsonValue.Create(word))]);
}
