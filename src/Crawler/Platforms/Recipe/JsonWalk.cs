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
        if (step.Name is { } name)
        {
            if (json.Member(name) is { } member) yield return member;
            yield break;
        }

        if (json.ValueKind != JsonValueKind.Array) yield break;
        var chosen = step.Index is { } index ? json.EnumerateArray().Skip(index).Take(1) : json.EnumerateArray();
        foreach (var item in chosen) yield return item;
    }
}
