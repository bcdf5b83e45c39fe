using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Turns microdata (HTML standard, §5) into the nodes that JSON-LD has, so that one reader serves both. Pure.</summary>
internal static class Microdata
{
    private const int DeepestItem = 8;

    /// <summary>The items of a page that stand in no other item.</summary>
    public static IEnumerable<JsonElement> Items(IParentNode page) => page
        .QuerySelectorAll("[itemscope][itemtype]:not([itemprop])")
        .Select(item => JsonSerializer.SerializeToElement(Node(item, 0)));

    private static JsonObject Node(IElement item, int depth)
    {
        var node = new JsonObject { ["@type"] = item.GetAttribute("itemtype")?.Split(' ')[0] };
        if (item.GetAttribute("itemid") is { } id) node["@id"] = id;
        if (depth < DeepestItem) Collect(item, node, depth);
        return node;
    }

    private static void Collect(IElement parent, JsonObject node, int depth)
    {
        foreach (var child in parent.Children)
        {
            var isItem = child.HasAttribute("itemscope");
            foreach (var name in (child.GetAttribute("itemprop") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Put(node, name, isItem ? Node(child, depth + 1) : JsonValue.Create(Value(child, name)));
            }

            // A description's own markup holds no further properties that anybody reads, but a card's does.
            if (!isItem) Collect(child, node, depth);
        }
    }

    /// <summary>The value of an element that is no thing of its own (§5.2.4); descriptions keep their markup.</summary>
    public static string? Value(IElement element, string name) => element.LocalName switch
    {
        "meta" => element.GetAttribute("content"),
        "a" or "area" or "link" when element.HasAttribute("href") => element.GetAttribute("href"),
        "img" or "source" or "iframe" or "embed" => element.GetAttribute("src"),
        "time" => element.GetAttribute("datetime") ?? element.TextContent,
        "data" or "meter" => element.GetAttribute("value"),
        _ when element.GetAttribute("content") is { } content => content,
        _ when name is "description" or "text" or "abstract" => element.InnerHtml,
        _ => Words.Plain(element.TextContent),
    };

    public static void Put(JsonObject node, string name, JsonNode? value)
    {
        if (value is null) return;
        if (node[name] is not { } known) node[name] = value;
        else if (known is JsonArray many) many.Add(value);
        else
        {
            node.Remove(name);
            node[name] = new JsonArray(known, value);
        }
    }
}
