using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Turns RDFa Lite 1.1 into the nodes that JSON-LD has, so that one reader serves both: <c>typeof</c>, <c>property</c>, <c>resource</c>, names with or without a prefix. Pure.</summary>
internal static class Rdfa
{
    private const int DeepestItem = 8;

    /// <summary>The typed things of a page that are no property of another.</summary>
    public static IEnumerable<JsonElement> Items(IParentNode page) => page
        .QuerySelectorAll("[typeof]:not([property])")
        .Select(item => JsonSerializer.SerializeToElement(Node(item, 0)));

    private static JsonObject Node(IElement item, int depth)
    {
        var node = new JsonObject { ["@type"] = new JsonArray([.. Words(item, "typeof").Select(type => (JsonNode)JsonValue.Create(type))]) };
        if ((item.GetAttribute("resource") ?? item.GetAttribute("about")) is { Length: > 0 } id) node["@id"] = id;
        if (depth < DeepestItem) Collect(item, node, depth);
        return node;
    }

    private static void Collect(IElement parent, JsonObject node, int depth)
    {
        foreach (var child in parent.Children)
        {
            var isItem = child.HasAttribute("typeof");
            var names = Words(child, "property").ToList();
            foreach (var name in names) Microdata.Put(node, Bare(name), isItem ? Node(child, depth + 1) : Value(child, Bare(name)));
            // A thing that is no property stands for itself, whatever it stands in.
            if (!isItem) Collect(child, node, depth);
        }
    }

    private static JsonNode? Value(IElement element, string name)
    {
        if (element.GetAttribute("content") is { } content) return JsonValue.Create(content);
        // RDFa Core 1.1 §7.5: resource, href and src name things; a picture or an address is one.
        if (element.GetAttribute("resource") is { Length: > 0 } resource) return name is "url" or "image" or "license" ? JsonValue.Create(resource) : new JsonObject { ["@id"] = resource };
        return (JsonNode?)(Microdata.Value(element, name) is { } value ? JsonValue.Create(value) : null);
    }

    // «schema:name», «https://schema.org/name» and «name» are one.
    private static string Bare(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];

    private static string[] Words(IElement element, string attribute) =>
        (element.GetAttribute(attribute) ?? "").Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries);
}
