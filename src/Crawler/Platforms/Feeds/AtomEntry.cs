using System.Net;
using System.Text;
using System.Xml.Linq;

namespace DcCourseIndex.Crawler.Platforms.Feeds;

/// <summary>Reads one entry of Atom 1.0 (RFC 4287) or 0.3, whose names and ways of writing text differ. Pure.</summary>
internal static class AtomEntry
{
    private static readonly string[] Dates = ["updated", "modified", "published", "issued", "created"];

    /// <summary>Null without a title or without an address.</summary>
    public static FeedEntry? Read(XElement entry, Uri document)
    {
        var link = Link(entry, document);
        if (Words.Unescaped(Html(entry.Child("title"))) is not { } title || link is null) return null;
        var content = Html(entry.Child("content"));
        var summary = Html(entry.Child("summary"));
        return new FeedEntry(Words.Plain(entry.Child("id")?.Value) ?? link.AbsoluteUri, title, link)
        {
            Summary = summary,
            Content = content,
            Categories = [.. entry.Children("category").Select(one => one.Attribute("label")?.Value ?? one.Attribute("term")?.Value).Concat(entry.Children("subject").Select(one => one.Value)).Select(one => Words.Unescaped(one)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Authors = [.. entry.Children("author").Select(author => Words.Unescaped(author.Child("name")?.Value)).OfType<string>().Distinct(StringComparer.Ordinal)],
            Image = Image(entry, document) ?? FeedMarkup.Picture(content ?? summary, link),
            Language = entry.AncestorsAndSelf().Select(around => around.Attribute(XNamespace.Xml + "lang")?.Value.Trim()).FirstOrDefault(language => !string.IsNullOrEmpty(language)),
            Rights = Licence(entry, document) ?? entry.Said("rights"),
            // «modified» and «issued» are those of 0.3.
            Changed = Dates.Select(name => FeedDates.Of(entry.Said(name))).Max(),
        };
    }

    /// <summary>
    /// A text construct as HTML: <c>html</c> stands escaped, <c>xhtml</c> as elements, plain text is escaped here (RFC 4287 §3.1); 0.3 says the same by mode and media type.
    /// Null where there is none, and where the content lies elsewhere.
    /// </summary>
    private static string? Html(XElement? text)
    {
        if (text is null || text.Attribute("src") is not null) return null;
        var type = text.Attribute("type")?.Value.Trim().ToLowerInvariant() ?? "text";
        var mode = text.Attribute("mode")?.Value.Trim().ToLowerInvariant();
        if (mode == "base64") return Decoded(text.Value);
        if (text.HasElements) return string.Concat(Inner(text).Select(node => node.ToString(SaveOptions.DisableFormatting))).Trim();
        var html = type.Contains("html", StringComparison.Ordinal) || mode == "escaped" ? text.Value.Trim() : WebUtility.HtmlEncode(text.Value.Trim());
        return html.Length == 0 ? null : html;
    }

    // The div of xhtml is not part of the content (§3.1.1.3).
    private static IEnumerable<XNode> Inner(XElement text) =>
        text.Elements().ToList() is [{ Name.LocalName: "div" } only] && !text.Nodes().OfType<XText>().Any(node => node.Value.Trim().Length > 0) ? only.Nodes() : text.Nodes();

    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static Uri? Link(XElement entry, Uri document)
    {
        var links = entry.Children("link").Where(link => link.Attribute("rel")?.Value.Trim() is null or "" or "alternate").ToList();
        // Of several forms of one page the one for people.
        var best = links.Find(link => link.Attribute("type")?.Value.Contains("html", StringComparison.OrdinalIgnoreCase) == true) ?? links.FirstOrDefault();
        return (best is null ? null : FeedMarkup.Resolve(best, best.Attribute("href")?.Value ?? Words.Plain(best.Value), document))
            ?? (Uri.TryCreate(entry.Child("id")?.Value.Trim(), UriKind.Absolute, out var id) && id.Scheme is "http" or "https" ? id : null);
    }

    private static string? Image(XElement entry, Uri document) => entry.Children("link")
        .Where(link => link.Attribute("rel")?.Value is "enclosure" && link.Attribute("type")?.Value.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
        .Concat(entry.Descendants().Where(one => one.Name.LocalName == "thumbnail"))
        .Select(found => FeedMarkup.Resolve(found, found.Attribute("href")?.Value ?? found.Attribute("url")?.Value, document)?.AbsoluteUri)
        .FirstOrDefault(address => address is not null);

    private static string? Licence(XElement entry, Uri document) => entry.Children("link")
        .Where(link => link.Attribute("rel")?.Value == "license")
        .Select(link => FeedMarkup.Resolve(link, link.Attribute("href")?.Value, document)?.AbsoluteUri)
        .FirstOrDefault(address => address is not null);
}
