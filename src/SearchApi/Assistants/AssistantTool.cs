using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Assistants;

/// <summary>Something that an assistant may look up; reads only.</summary>
/// <param name="Schema">What the arguments may be, in JSON Schema.</param>
/// <param name="LookUp">What was found, or what is wrong with the arguments; neither where they have not even the form of arguments.</param>
internal sealed record AssistantTool(string Name, string Title, string Description, JsonObject Schema, Func<JsonObject, HttpContext, CancellationToken, Task<(JsonNode? Found, ApiProblem? Problem)>> LookUp)
{
    /// <summary>One whose arguments are those of an address, checked by the very sets that check addresses.</summary>
    public static AssistantTool Asking(
        string name, string title, string description, ParameterSet parameters, Func<IQueryCollection, HttpContext, CancellationToken, Task<(JsonNode? Found, ApiProblem? Problem)>> lookUp) =>
        new(name, title, description, SchemaOf(parameters), async (arguments, context, ct) =>
            Query(arguments) is not { } query ? (null, null)
            : parameters.Refusal(query) is { } refusal ? (null, refusal)
            : await lookUp(query, context, ct));

    /// <summary>As «tools/list» shows it.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["title"] = Title,
        ["description"] = Description,
        ["inputSchema"] = Schema.DeepClone(),
        ["annotations"] = new JsonObject { ["readOnlyHint"] = true, ["destructiveHint"] = false, ["idempotentHint"] = true, ["openWorldHint"] = false },
    };

    // Arguments as a query string would hold them; null where one is neither text, number nor truth.
    private static QueryCollection? Query(JsonObject arguments)
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
        return new(query);
    }

    private static JsonObject SchemaOf(ParameterSet parameters) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parameters.All.Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Name, SchemaOf(parameter)))),
        ["required"] = new JsonArray([.. parameters.All.Where(parameter => parameter.Required).Select(parameter => (JsonNode)parameter.Name)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject SchemaOf(Parameter parameter)
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
