using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>The schema.org nodes of a page's JSON-LD blocks, wherever they stand: alone, in a list, in an @graph, or inside another node. Pure.</summary>
internal sealed class JsonLd
{
    private const int DeepestSearch = 8;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    /// <summary>Every node with a type, outer ones first.</summary>
    public List<JsonElement> Nodes { get; } = [];

    /// <summary>Places in <see cref="Nodes"/> of those that stand inside a course: what it needs, what it is part of, what is like it.</summary>
    public HashSet<int> Inner { get; } = [];

    /// <summary>Places of those that are elements of a list.</summary>
    public HashSet<int> Listed { get; } = [];

    /// <summary>Adds one block; one that is no JSON is passed over, as search engines do.</summary>
    public void Add(string block)
    {
        if ((Parsed(Unwrapped(block)) ?? Parsed(Unwrapped(JsonMending.Mended(block)))) is { } root) Walk(root, 0, inCourse: false);
    }

    private static JsonElement? Parsed(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Hand-made blocks break often; the page's other markup is read all the same.
            return null;
        }
    }

    public void Add(JsonElement node) => Walk(node, 0, inCourse: false);

    /// <summary>The node itself, or the full one where it is only a reference to another (<c>{"@id": …}</c>).</summary>
    public JsonElement Whole(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.Text("@id") is { } id && node.Member("@type") is null && byId.TryGetValue(id, out var full) ? full : node;

    /// <summary>Whether a node is of a type, written plainly or as an address («https://schema.org/Course»).</summary>
    public static bool IsOf(JsonElement node, string type) => node.Member("@type") switch
    {
        { ValueKind: JsonValueKind.String } one => Named(one, type),
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Any(one => Named(one, type)),
        _ => false,
    };

    private static bool Named(JsonElement name, string type)
    {
        if (name.ValueKind != JsonValueKind.String || name.GetString() is not { } text) return false;
        var plain = text.AsSpan(text.LastIndexOfAny(['/', '#', ':']) + 1);
        return plain.Equals(type, StringComparison.OrdinalIgnoreCase);
    }

    private void Walk(JsonElement json, int depth, bool inCourse, bool inList = false)
    {
        if (depth > DeepestSearch) return;
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray()) Walk(item, depth + 1, inCourse, inList);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.Member("@type") is not null)
            {
                Nodes.Add(json);
                if (inList) Listed.Add(Nodes.Count - 1);
                if (inCourse) Inner.Add(Nodes.Count - 1);
                inCourse |= IsOf(json, "Course") || IsOf(json, "OnlineCourse");
                if (json.Text("@id") is { } id) byId.TryAdd(id, json);
            }

            foreach (var member in json.EnumerateObject()) Walk(member.Value, depth + 1, inCourse, inList || member.Name == "itemListElement");
        }
    }

    // Some systems hide the block from old browsers.
    private static string Unwrapped(string block)
    {
        var text = block.AsSpan().Trim();
        foreach (var (before, after) in new[] { ("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>") })
        {
            if (text.StartsWith(before, StringComparison.Ordinal)) text = text[before.Length..];
            if (text.EndsWith(after, StringComparison.Ordinal)) text = text[..^after.Length];
        }

        return text.Trim().TrimEnd(';').ToString();
    }
}
