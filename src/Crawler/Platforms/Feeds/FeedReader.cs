using System.Xml.Linq;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>Reads a document as RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0) or a list of feeds (OPML). Pure. Elements are known by their local names, because generators get namespaces wrong.</summary>
internal static class FeedReader
{
    /// <summary>Throws <see cref="ListingUnreliableException"/> for anything else, and for one that breaks off.</summary>
    public static FeedDocument Read(Page page)
    {
        var root = XmlText.Document(page).Root;
        return root?.Name.LocalName switch
        {
            "rss" => Rss(root.Child("channel") ?? root, page.Address),
            "RDF" => Rss(root, page.Address),
            "feed" => Atom(root, page.Address),
            "opml" => new FeedDocument([], 0) { Feeds = Opml(root, page.Address) },
            _ => throw new ListingUnreliableException($"{page.Address}: this is no RSS, Atom or OPML (its root is «{root?.Name.LocalName}»); `address:` must be that of the feed itself, which browsers show as plain text with tags."),
        };
    }

    private static FeedDocument Rss(XElement channel, Uri address)
    {
        var items = channel.Children("item").ToList();
        var language = (channel.Name.LocalName == "RDF" ? channel.Child("channel") : channel)?.Said("language");
        return Document(channel, items, [.. items.Select(item => RssEntry.Read(item, address, language)).OfType<FeedEntry>()], address);
    }

    private static FeedDocument Atom(XElement feed, Uri address)
    {
        var items = feed.Children("entry").ToList();
        return Document(feed, items, [.. items.Select(item => AtomEntry.Read(item, address)).OfType<FeedEntry>()], address);
    }

    private static FeedDocument Document(XElement feed, List<XElement> items, List<FeedEntry> entries, Uri address) => new([.. entries.DistinctBy(entry => entry.Id)], items.Count - entries.Count)
    {
        // The pages of a list (§3) go before the archive (§4): a feed that has both is not read twice.
        Next = Link(feed, "next", address) ?? Link(feed, "prev-archive", address),
        IsComplete = feed.Elements().Any(element => element.Name.LocalName == "complete" && element.Name.NamespaceName.Contains("syndication/history", StringComparison.Ordinal)),
    };

    private static Uri? Link(XElement feed, string relation, Uri address) => feed.Children("link")
        .Where(link => link.Attribute("rel")?.Value.Trim() == relation)
        .Select(link => FeedMarkup.Resolve(link, link.Attribute("href")?.Value, address))
        .FirstOrDefault(link => link is not null);

    private static IReadOnlyList<Uri> Opml(XElement root, Uri address) =>
    [
        .. root.Descendants()
            .Where(element => element.Name.LocalName == "outline")
            .Select(outline => outline.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals("xmlUrl", StringComparison.OrdinalIgnoreCase))?.Value)
            .Select(text => FeedMarkup.Resolve(root, text, address))
            .OfType<Uri>()
            .Distinct(),
    ];
}
