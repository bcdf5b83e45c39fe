using System.Text.Json;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>The names that other lists of an answer give to the keys in its courses, children of their entries included.</summary>
internal sealed class JsonNames(JsonElement root)
{
    private const int Deepest = 8;

    private readonly Dictionary<RecipeLookup, Dictionary<string, string>> known = [];

    /// <summary>The name of a key, or nothing: a bare key is no word for people.</summary>
    public IEnumerable<string> Of(RecipeLookup lookup, string key)
    {
        if (!known.TryGetValue(lookup, out var names)) known[lookup] = names = Read(lookup);
        return names.TryGetValue(key, out var name) ? [name] : [];
    }

    private Dictionary<string, string> Read(RecipeLookup lookup)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var list in JsonPath.Parse(lookup.In) is { } path ? JsonWalk.Follow(root, path) : []) Take(list, lookup, names, 0);
        return names;
    }

    private static void Take(JsonElement json, RecipeLookup lookup, Dictionary<string, string> names, int depth)
    {
        if (depth > Deepest) return;
        if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.Text(lookup.By) is { } key && json.Text(lookup.Give) is { } name) names.TryAdd(key, name);
            foreach (var member in json.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array)) Take(member.Value, lookup, names, depth + 1);
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray()) Take(item, lookup, names, depth + 1);
        }
    }
}
