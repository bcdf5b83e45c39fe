using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Assistants;

/// <summary>Something that an assistant may look up; reads only. Its arguments are checked by the very sets that check addresses.</summary>
internal sealed record AssistantTool(string Name, string Title, string Description, ParameterSet Parameters, Func<IQueryCollection, HttpContext, CancellationToken, Task<(JsonNode? Found, ApiProblem? Problem)>> LookUp)
{
    /// <summary>As «tools/list» shows it.</summary>
    public JsonObject ToJson()
    {
        var required = Parameters.All.Where(parameter => parameter.Required).Select(parameter => (JsonNode)parameter.Name).ToArray();
        return new()
        {
            ["name"] = Name,
            ["title"] = Title,
            ["description"] = Description,
            ["inputSchema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(Parameters.All.Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Name, Schema(parameter)))),
                ["required"] = new JsonArray(required),
                ["additionalProperties"] = false,
            },
            ["annotations"] = new JsonObject { ["readOnlyHint"] = true, ["destructiveHint"] = false, ["idempotentHint"] = true, ["openWorldHint"] = false },
        };
    }

    /// <summary>Arguments as a query string would hold them; null where one is neither text, number nor truth.</summary>
    public static IQueryCollection? Query(JsonObject arguments)
    {
        var query = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            var text = value?.GetValueKind() switch
            {
                JsonValueKind.String => (string)value!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value!.ToJsonString(),
                _ => null,
            };
            if (text is null)
                return null;
            query[name] = text;
        }
        return new QueryCollection(query);
    }

    private static JsonObject Schema(Parameter parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.Range is null ? "string" : "integer", ["description"] = parameter.Description };
        if (parameter.Range is { } range)
            (schema["minimum"], schema["maximum"]) = (range.Least, range.Most);
        else
            schema["maxLength"] = Parameter.LongestText;
        if (parameter.Values is { } values)
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        if (parameter.Default is { } usual)
            schema["default"] = parameter.Range is null ? usual : int.Parse(usual, CultureInfo.InvariantCulture);
        return schema;
    }
}
