using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

/// <summary>Judges an answer by the OpenAPI document: its forms, and that it holds nothing that the document does not name.</summary>
internal sealed class AnswerSchema(JsonNode document)
{
    /// <summary>What is wrong with an answer to an operation; null where the document describes it.</summary>
    public string? Objection(JsonNode operation, int status, string? type, string body)
    {
        if (operation["responses"]?[$"{status}"] is not { } answer)
            return $"{status} is not among the answers.";
        if (answer["content"] is not JsonObject forms || type is null)
            return null;
        if (forms[type] is not { } form)
            return $"{status} is not answered as {type}.";
        return form["schema"] is { } schema && type.EndsWith("json", StringComparison.Ordinal) && (string?)schema["type"] != "string" ? Objection("$", JsonNode.Parse(body), schema) : null;
    }

    private string? Objection(string at, JsonNode? value, JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Objection(at, value, document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        if (schema["oneOf"] is JsonArray ways)
            return ways.Count(way => Objection(at, value, way!) is null) is var fit and not 1 ? $"{at} has {fit} of the forms of which it should have one." : null;
        if (schema["enum"] is JsonArray values && !values.Any(known => JsonNode.DeepEquals(known, value)))
            return $"{at}: {value?.ToJsonString()} is none of {values.ToJsonString()}.";
        var types = schema["type"] is JsonArray several ? [.. several.Select(one => (string)one!)] : schema["type"] is { } single ? new[] { (string)single! } : [];
        if (types.Length > 0 && !types.Any(type => Is(value, type)))
            return $"{at} is {value?.ToJsonString() ?? "null"} and not {string.Join(" or ", types)}.";
        if (value is not null && (string?)schema["format"] is "date" or "date-time" && !DateTimeOffset.TryParse((string?)value, System.Globalization.CultureInfo.InvariantCulture, out _))
            return $"{at} is no {schema["format"]}.";
        return value switch
        {
            JsonArray array when schema["items"] is { } item => array.Select((one, place) => Objection($"{at}[{place}]", one, item)).FirstOrDefault(found => found is not null),
            JsonObject members => Objection(at, members, schema),
            _ => null,
        };
    }

    private string? Objection(string at, JsonObject members, JsonNode schema)
    {
        if ((schema["required"]?.AsArray() ?? []).FirstOrDefault(name => !members.ContainsKey((string)name!)) is { } missing)
            return $"{at} has no {missing}.";
        foreach (var (name, member) in members)
        {
            var known = schema["properties"]?[name] ?? (schema["additionalProperties"] is JsonObject any ? any : null);
            // Problems may say more than their standard names.
            if (known is null && schema["properties"] is not null && schema["properties"]!["instance"] is null)
                return $"{at}.{name} is in no document.";
            if (known is not null && Objection($"{at}.{name}", member, known) is { } found)
                return found;
        }
        return null;
    }

    private static bool Is(JsonNode? value, string type) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => type == "null",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Array => type == "array",
        JsonValueKind.Object => type == "object",
        _ => type == "number" || (type == "integer" && value.AsValue().TryGetValue<long>(out _)),
    };
}
