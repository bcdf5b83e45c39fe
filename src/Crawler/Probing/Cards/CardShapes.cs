using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>Finds the courses that a page lists by what repeats: links into one folder named after courses, each in a part of the page of its own. Pure.</summary>
internal static class CardShapes
{
    private const int Fewest = 2;

    // Of a hundred cards some are always odd.
    private const double Most = 0.8;

    private static readonly string[] Headings = ["h3", "h2", "h4", "h5", "[class*='title']", "[class*='name']"];

    /// <summary>Null where the page lists no courses.</summary>
    public static CardShape? Of(IHtmlDocument document, Uri page, Func<Uri, bool> owns)
    {
        var links = document.QuerySelectorAll("a[href]")
            .Where(link => link.Closest("nav, header, footer") is null)
            .Select(link => (Element: link, Address: WebLink.Of(link.GetAttribute("href"), page)))
            .Where(link => link.Address is not null && owns(link.Address) && link.Address.AbsolutePath.TrimEnd('/') != page.AbsolutePath.TrimEnd('/') && !Pager.IsTurn(link.Address))
            .Select(link => (link.Element, Address: link.Address!))
            .ToList();
        if (CoursePaths.Find(links.Select(link => link.Address), Fewest) is not { } path) return null;

        var inside = links.Where(link => path.Addresses.Any(address => Key(address) == Key(link.Address))).ToList();
        var cards = inside.GroupBy(link => Key(link.Address), StringComparer.Ordinal).Select(group => Card(group.First().Element, group.Key, inside)).Distinct().ToList();
        if (cards.Count < Fewest || Selectors.Of(document, cards) is not { } items) return null;
        return new CardShape(path, items, Title(cards), Url(cards, path), Pager.Of(document, page, address => path.Addresses.Any(course => Key(course) == Key(address))))
        {
            Price = Price(document, cards),
            HasImages = cards.Count(card => card.QuerySelector("img[src]") is not null) >= cards.Count * Most,
        };
    }

    // The largest part of the page that speaks of one course only.
    private static IElement Card(IElement link, string key, List<(IElement Element, Uri Address)> inside)
    {
        var card = link;
        while (card.ParentElement is { } parent && parent is not IHtmlBodyElement && parent.LocalName != "main"
            && inside.TrueForAll(other => Key(other.Address) == key || !parent.Contains(other.Element)))
        {
            card = parent;
        }

        return card;
    }

    private static string Title(List<IElement> cards) =>
        Array.Find(Headings, heading => cards.Count(card => card.QuerySelector(heading) is { } found && !string.IsNullOrWhiteSpace(found.TextContent)) >= cards.Count * Most) is { } found
            ? $"\"{found}\""
            : cards.TrueForAll(card => card is IHtmlAnchorElement) ? "{ closest: a }" : "a";

    private static string Url(List<IElement> cards, CoursePath path)
    {
        if (cards.TrueForAll(card => card is IHtmlAnchorElement)) return "{ closest: a }";
        var folder = Uri.UnescapeDataString(path.Folder);
        return cards.TrueForAll(card => card.QuerySelector("a[href]")?.GetAttribute("href") is { } href && Uri.UnescapeDataString(href).Contains(folder, StringComparison.Ordinal)) || folder.AsSpan().ContainsAny('"', '\'')
            ? "a"
            : $"\"a[href*='{folder}']\"";
    }

    private static string? Price(IHtmlDocument document, List<IElement> cards)
    {
        var prices = cards.Select(card => card.QuerySelectorAll("*").FirstOrDefault(part => part.ChildElementCount == 0 && WrittenPrice.Of(part.TextContent).Class is not null)).OfType<IElement>().ToList();
        return prices.Count < cards.Count * Most || Selectors.Of(document, prices) is not { } selector || selector == prices[0].LocalName ? null : selector;
    }

    private static string Key(Uri address) => address.PathAndQuery.TrimEnd('/');
}
