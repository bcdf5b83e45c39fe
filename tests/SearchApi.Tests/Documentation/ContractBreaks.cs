using System.Text.Json.Nodes;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

/// <summary>Finds what one OpenAPI document promised and the next one no longer keeps. Whatever is only added breaks nobody.</summary>
internal sealed class ContractBreaks(JsonNode before, JsonNode after)
{
    private readonly List<string> found = [];
    private readonly HashSet<string> compared = new(StringComparer.Ordinal);

    /// <summary>A sentence for each broken promise.</summary>
    public static IReadOnlyList<string> Between(JsonNode before, JsonNode after)
    {
        var breaks = new ContractBreaks(before, after);
        breaks.Compare();
        return breaks.found;
    }

    private void Compare()
    {
        foreach (var (path, operations) in before["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                if (after["paths"]![path]?[method] is { } kept)
                    Operation($"{method} {path}", operation!, kept);
                else
                    found.Add($"{method} {path} is gone.");
            }
        }
    }

    private void Operation(string at, JsonNode old, JsonNode kept)
    {
        var (parameters, now) = (Parameters(old), Parameters(kept));
        foreach (var (name, parameter) in parameters)
        {
            if (!now.TryGetValue(name, out var same))
                found.Add($"{at}: the parameter {name} is gone.");
            else
                Input($"{at}: {name}", parameter["schema"], same["schema"]);
        }
        foreach (var (name, parameter) in now)
        {
            if ((bool?)parameter["required"] == true && (bool?)parameters.GetValueOrDefault(name)?["required"] != true)
                found.Add($"{at}: the parameter {name} is required now.");
        }
        foreach (var (type, body) in old["requestBody"]?["content"]?.AsObject() ?? [])
            Input($"{at}: body {type}", body!["schema"], kept["requestBody"]?["content"]?[type]?["schema"]);
        foreach (var (status, answer) in old["responses"]!.AsObject())
        {
            if (kept["responses"]![status] is not { } still)
            {
                found.Add($"{at}: {status} is no answer any more.");
                continue;
            }
            foreach (var (type, form) in answer!["content"]?.AsObject() ?? [])
            {
                if (still["content"]?[type] is { } sent)
                    Output($"{at}: {status} {type}", form!["schema"], sent["schema"]);
                else
                    found.Add($"{at}: {status} is not answered as {type} any more.");
            }
        }
    }

    // What may be sent must not become less.
    private void Input(string at, JsonNode? old, JsonNode? now)
    {
        if (old is null || !Same("in", at, ref old, ref now))
            return;
        foreach (var value in old["enum"]?.AsArray() ?? [])
        {
            if (now!["enum"] is { } values && !values.AsArray().Any(kept => JsonNode.DeepEquals(kept, value)))
                found.Add($"{at}: {value} is refused now.");
        }
        if (old["enum"] is null && now!["enum"] is not null)
            found.Add($"{at}: only certain values are taken now.");
        Bound(at, old, now!, "minimum", -1);
        Bound(at, old, now!, "maximum", 1);
        Bound(at, old, now!, "maxLength", 1);
        Bound(at, old, now!, "maxItems", 1);
        foreach (var name in Names(now!["required"]).Except(Names(old["required"])))
            found.Add($"{at}.{name} is required now.");
        Members(at, old, now!, Input);
    }

    // What is sent must not become less, and nothing that was always there may be absent.
    private void Output(string at, JsonNode? old, JsonNode? now)
    {
        if (old is null || !Same("out", at, ref old, ref now))
            return;
        foreach (var name in Names(old["required"]).Except(Names(now!["required"])))
            found.Add($"{at}.{name} may be absent now.");
        Members(at, old, now, Output);
    }

    private void Members(string at, JsonNode old, JsonNode now, Action<string, JsonNode?, JsonNode?> compare)
    {
        foreach (var (name, member) in old["properties"]?.AsObject() ?? [])
        {
            if (now["properties"]?[name] is { } kept)
                compare($"{at}.{name}", member, kept);
            else
                found.Add($"{at}.{name} is gone.");
        }
        if (old["items"] is { } items)
            compare($"{at}[]", items, now["items"]);
        foreach (var (form, place) in (old["oneOf"]?.AsArray() ?? []).Select((form, place) => (form, place)))
            compare($"{at}|{place}", form, now["oneOf"]?[place]);
    }

    private bool Same(string direction, string at, ref JsonNode old, ref JsonNode? now)
    {
        if (now is null)
        {
            found.Add($"{at}: nothing says any more what this is.");
            return false;
        }
        if ((string?)old["$ref"] is { } reference && !compared.Add($"{direction} {reference} {(string?)now["$ref"]}"))
            return false;
        (old, now) = (Resolved(before, old), Resolved(after, now));
        var (was, isNow) = (Types(old), Types(now));
        if (direction == "in" ? was.Except(isNow).Any() && isNow.Count > 0 : was.Count > 0 && isNow.Except(was).Any())
            found.Add($"{at}: was {string.Join("/", was)}, is {string.Join("/", isNow)}.");
        return true;
    }

    private void Bound(string at, JsonNode old, JsonNode now, string bound, int sign)
    {
        var (was, isNow) = (Number(old[bound]), Number(now[bound]));
        if (isNow is not null && (was is null || sign * was > sign * isNow))
            found.Add($"{at}: {bound} is {isNow} now.");
    }

    private static decimal? Number(JsonNode? value) => value is null ? null : decimal.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, JsonNode> Parameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(parameter => $"{parameter!["name"]} in {parameter["in"]}", parameter => parameter!, StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonNode? names) => (names?.AsArray() ?? []).Select(name => (string)name!);

    private static List<string> Types(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!)],
        { } one => [(string)one!],
        null => [],
    };

    private static JsonNode Resolved(JsonNode document, JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
}
