using System.Text.Json;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Follows the path of a recipe through JSON; where the answer is of another shape, nothing is found.</summary>
internal static class JsonWalk
{
    public static IEnumerable<JsonElement> Follow(JsonElement from, JsonPath path)
    {
        IEnumerable<JsonElement> here = [from];
        foreach (var step in path.Steps) here = here.SelectMany(json => Step(json, step));
        return here.Where(json => json.ValueKind != JsonValueKind.Null);
    }

    private static IEnumerable<JsonElement> Step(JsonElement json, JsonStep step)
    {
        if (step.Name is { } name) return json.Member(name) is { } member ? [member] : [];
        if (json.ValueKind != JsonValueKind.Array) return [];
        return step.Index is not { } index ? json.EnumerateArray() : index < json.GetArrayLength() ? [json[index]] : [];
    }
}
