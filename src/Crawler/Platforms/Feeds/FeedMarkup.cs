using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>Children by local name, texts, and addresses against the bases that stand around them. Pure.</summary>
internal static class FeedMarkup
{
    private const int LongestSearched = 200_000;

    public static IEnumerable<XElement> Children(this XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static XElement? Child(this XElement parent, string name) => parent.Children(name).FirstOrDefault();

    /// <summary>The text of the first such child that is not blank.</summary>
    public static string? Said(this XElement parent, string name) =>
        parent.Children(name).Select(child => child.Value.Trim()).FirstOrDefault(text => text.Length > 0);

    /// <summary>The child of a vocabulary, where a plain child of the same name means something else.</summary>
    public static string? Said(this XElement parent, string name, string vocabulary) => parent.Children(name)
        .Where(child => child.Name.NamespaceName.Contains(vocabulary, StringComparison.OrdinalIgnoreCase))
        .Select(child => child.Value.Trim())
        .FirstOrDefault(text => text.Length > 0);

    /// <summary>An address against every xml:base from the root down (XML Base §4) and the document's own address; null for what is no web address.</summary>
    public static Uri? Resolve(XElement at, string? text, Uri document)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var from = document;
        foreach (var around in at.AncestorsAndSelf().Reverse())
        {
            if (around.Attribute(XNamespace.Xml + "base")?.Value.Trim() is { Length: > 0 } written && Uri.TryCreate(from, written, out var moved) && moved.Scheme is "http" or "https") from = moved;
        }

        return Uri.TryCreate(from, text.Trim(), out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;
    }

    /// <summary>The first picture in an entry's HTML, where the entry names none; counting pixels are none.</summary>
    public static string? Picture(string? html, Uri from)
    {
        if (html is null || html.Length > LongestSearched || !html.Contains("<img", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            using var document = PageMarkup.Parse(html, from);
            return document.QuerySelectorAll("img[src]")
                .Where(image => image.GetAttribute("width") is not ("0" or "1"))
                .Select(image => Uri.TryCreate(from, image.GetAttribute("src"), out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null)
                .FirstOrDefault(image => image is not null);
        }
        catch (ListingUnreliableException)
        {
            // An entry that no browser would show has no picture; the rest of the feed is none the worse.
            return null;
        }
    }
}
