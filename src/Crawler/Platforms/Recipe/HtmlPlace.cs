using System.Globalization;
using AngleSharp.Dom;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>An element of a page.</summary>
/// <param name="root">The page's address, or what it says that its links count from.</param>
internal sealed class HtmlPlace(IElement element, Uri root, LabelledValues? labels) : IPlace
{
    private const int MostItems = 5000;

    /// <inheritdoc/>
    public string Described => string.Create(CultureInfo.InvariantCulture, $"links on the page: {element.QuerySelectorAll("a[href]").Length}, scripts: {element.QuerySelectorAll("script").Length}.")
        + (PageWithoutCourses.Why(element) is { } why ? $" {why}" : "");

    /// <inheritdoc/>
    public IReadOnlyList<IPlace> Items(string where)
    {
        var items = new List<IPlace>();
        IElement? last = null;
        foreach (var item in element.QuerySelectorAll(where))
        {
            if (items.Count == MostItems) break;
            // In the order of the document an inner part follows the outer one directly.
            if (last?.Contains(item) == true) continue;
            items.Add(new HtmlPlace(last = item, root, labels: null));
        }

        return items;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Values(RecipeWay way, bool address) => way.Kind switch
    {
        WayKind.Select => element.QuerySelectorAll(way.Place).Select(found => Taken(found, way.Take, address)).OfType<string>(),
        WayKind.Closest => element.Closest(way.Place) is { } found && Taken(found, way.Take, address) is { } taken ? [taken] : [],
        WayKind.Label => labels?.Of(way.Place).Select(found => Taken(found, way.Take)).OfType<string>() ?? [],
        WayKind.Value => [way.Place],
        _ => [],
    };

    /// <inheritdoc/>
    public string? Absolute(string text) => WebAddressOf(root, text);

    private static string? Taken(IElement found, string? take, bool address) => address && take is null
        ? Words.Plain(found.GetAttribute("href") ?? found.GetAttribute("src") ?? found.GetAttribute("content"))
        : Taken(found, take);

    private static string? Taken(IElement found, string? take) => take switch
    {
        null when found.LocalName == "meta" => Words.Plain(found.GetAttribute("content")),
        null when found.LocalName == "time" && found.HasAttribute("datetime") => Words.Plain(found.GetAttribute("datetime")),
        null or "text" => Words.Plain(VisibleText.Of(found)),
        "own-text" => Words.Plain(string.Concat(found.ChildNodes.OfType<IText>().Select(text => text.Data))),
        "html" => found.InnerHtml.Trim() is { Length: > 0 } html ? html : null,
        _ => Words.Plain(found.GetAttribute(take)),
    };

    private static string? Taken((IElement? Element, string Text) found, string? take) =>
        found.Element is { } element && take is not null ? Taken(element, take) : Words.Plain(found.Text);

    /// <summary>An address of the web as a whole, null for anything else.</summary>
    public static string? WebAddressOf(Uri root, string? text) =>
        !string.IsNullOrWhiteSpace(text) && Uri.TryCreate(root, text.Trim(), out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
}
