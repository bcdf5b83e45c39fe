using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

/// <summary>Values of parameters and whole bodies, made from their schemas: mostly what these allow, at times anything.</summary>
internal sealed class GeneratedValues(JsonNode document)
{
    private const int Deepest = 6;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "101", "1e9", "99999999999999999999", "null", "undefined", "true", "кібербезпека", "<script>alert(1)</script>", "' or 1=1 --", "../../etc/passwd", "%00", "a\u0301\u200f", "\"", "*", "a*", "\"a b\"", "a AND (b",
        "id,title", "1.2", "uk", "en-GB", "2026-11-22", "50.45,30.52", "91,181", "𝒳🙂", "\ud83d", new string('я', 900), "00000000000000000000000000", "prometheus.DC101", "prometheus", "after-1",
    ];

    // Codes and ids, because a name made of nothing is refused before anything is done.
    private static readonly string[] Names = ["1.2", "2.1", "5.4", "0", "3", "id", "title", "prometheus.DC101", "x", ""];

    private static readonly string[] Spoilt = ["null", "true", "-1", "1e400", "\"\"", "[]", "{}", "[[[[[[[[]]]]]]]]", "{\"a\":1,\"a\":2}", "\"\\ud83d\"", "\"\\u0000\"", "NaN", "{", ""];

    /// <summary>As it stands in an address, unescaped.</summary>
    public Gen<string> Parameter(JsonNode parameter)
    {
        var schema = parameter["schema"]?["items"] ?? parameter["schema"];
        var good = schema?["enum"] is JsonArray known ? Gen.Elements(known.Select(value => (string)value!))
            : schema?["minimum"] is not null ? Gen.Choose((int)schema["minimum"]!, (int)schema["maximum"]!).Select(number => number.ToString(CultureInfo.InvariantCulture))
            : Example(parameter) is { } example ? Gen.Constant(example)
            : Gen.Elements(Odd);
        return Gen.Frequency((4, good), (1, Gen.Elements(Odd)));
    }

    /// <summary>JSON, or at times nearly so.</summary>
    public Gen<string> Body(JsonNode form)
    {
        var examples = form["examples"]?.AsObject().Select(example => example.Value!["value"]!).ToList() ?? [];
        if (form["example"] is { } one)
            examples.Add(one);
        return Gen.Frequency((2, Gen.Elements(examples.Select(example => example.ToJsonString(Plain)))), (5, Of(form["schema"]!, 0)), (1, Gen.Elements(Spoilt)));
    }

    private Gen<string> Of(JsonNode schema, int depth)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Of(document["components"]!["schemas"]![reference.Split('/')[^1]]!, depth);
        if (depth > Deepest)
            return Gen.Constant("null");
        if (schema["oneOf"] is JsonArray ways)
            return Gen.OneOf(ways.Select(way => Of(way!, depth + 1)));
        var good = schema["enum"] is JsonArray known ? Gen.Elements(known.Select(value => value!.ToJsonString(Plain))) : Types(schema) switch
        {
            "object" => Members(schema, depth),
            "array" => from count in Gen.Choose(0, 3) from items in Gen.ArrayOf(Of(schema["items"]!, depth + 1), count) select $"[{string.Join(',', items)}]",
            "integer" or "number" => Gen.Choose(-1, 20).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            "boolean" => Gen.Elements("true", "false"),
            "null" => Gen.Constant("null"),
            _ => Gen.Elements(Odd).Select(text => JsonSerializer.Serialize(text.Replace("\ud83d", "", StringComparison.Ordinal), Plain)),
        };
        return Gen.Frequency((12, good), (1, Gen.Elements(Spoilt)));
    }

    private Gen<string> Members(JsonNode schema, int depth)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet(StringComparer.Ordinal) ?? [];
        var members = (schema["properties"]?.AsObject() ?? []).Select(member =>
            from present in required.Contains(member.Key) ? Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false))) : Gen.Frequency((1, Gen.Constant(true)), (2, Gen.Constant(false)))
            from value in Of(member.Value!, depth + 1)
            select present ? $"{JsonSerializer.Serialize(member.Key)}:{value}" : null);
        if (schema["additionalProperties"] is JsonObject any)
            members = members.Append(from name in Gen.Elements(Names) from value in Of(any, depth + 1) select (string?)$"{JsonSerializer.Serialize(name)}:{value}");
        return Gen.CollectToArray(members).Select(all => $"{{{string.Join(',', all.Where(member => member is not null))}}}");
    }

    private static string? Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => (string)type!).FirstOrDefault(type => type != "null"),
        { } one => (string)one!,
        null => null,
    };

    private static string? Example(JsonNode parameter) => parameter["example"] switch { JsonArray several => (string?)several[0], { } one => one.ToString(), null => null };
}
