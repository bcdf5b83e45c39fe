using System.IO.Compression;
using System.Xml;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Reads one file of a sitemap: XML (addresses or an index), a plain list of addresses, either perhaps gzipped. Pure. A file that breaks off is refused whole, because a short list would look like courses taken down.</summary>
internal static class SitemapReader
{
    /// <summary>The protocol's own limit for one file, unpacked.</summary>
    private const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>Throws <see cref="ListingUnreliableException"/> for anything but a whole sitemap.</summary>
    public static SitemapFile Read(Page page)
    {
        var body = Unpacked(page);
        var text = PageText.Decode(body.Span, page.ContentType).Text;
        return text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['<', ..] ? Xml(text, page.Address) : Lines(text, page);
    }

    private static SitemapFile Xml(string text, Uri from)
    {
        var entries = new List<SitemapEntry>();
        var files = new List<Uri>();
        try
        {
            using var xml = XmlText.Open(text);
            xml.MoveToContent();
            if (xml.LocalName is not ("urlset" or "sitemapindex")) throw NoSitemap(from);
            xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.Depth != 1) xml.Read();
                else if (xml.LocalName is "url" or "sitemap") Take(xml, from, entries, files);
                else xml.Skip();
            }
        }
        catch (XmlException e)
        {
            throw XmlText.Broken(from, e);
        }

        return new SitemapFile(entries, files);
    }

    // Ends behind the element that it begins on.
    private static void Take(XmlReader xml, Uri from, List<SitemapEntry> entries, List<Uri> files)
    {
        var isFile = xml.LocalName == "sitemap";
        string? address = null, changed = null;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.Depth > 1)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2) xml.Read();
            else if (xml.LocalName == "loc" && address is null) address = xml.ReadElementContentAsString();
            else if (xml.LocalName == "lastmod") changed = xml.ReadElementContentAsString();
            else xml.Skip();
        }

        if (Web(address, from) is not { } uri) return;
        if (isFile) files.Add(uri);
        else entries.Add(new SitemapEntry(uri, Words.Plain(changed)));
    }

    private static SitemapFile Lines(string text, Page page)
    {
        var lines = text.Split('\n', '\r').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var entries = lines.Select(line => Web(line, page.Address)).OfType<Uri>().Select(uri => new SitemapEntry(uri, null)).ToList();
        return entries.Count == lines.Count && entries.Count > 0 ? new SitemapFile(entries, []) : throw NoSitemap(page.Address);
    }

    // Only absolute addresses count, as the protocol demands; «курси» alone would otherwise be one.
    private static Uri? Web(string? text, Uri from) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && from.IsAbsoluteUri ? address : null;

    private static ReadOnlyMemory<byte> Unpacked(Page page)
    {
        if (page.Body.Span is not [0x1F, 0x8B, ..]) return page.Body;
        var packed = page.Body.ToArray();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                if (plain.Length + read > MaxBytes) throw new ListingUnreliableException($"{page.Address}: the sitemap unpacks to more than {MaxBytes / 1024 / 1024} MB, the protocol's limit; tell the portal's owner.");
                plain.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            throw new ListingUnreliableException($"{page.Address}: the packed sitemap is broken ({e.Message.TrimEnd('.')}); harvest again, and if it stays so, tell the portal's owner.", e);
        }

        // RFC 1952 §2.3.1: the last four bytes hold the length of what was packed; a stream that breaks off ends elsewhere.
        var length = packed.Length < 18 ? 0 : BitConverter.ToUInt32(packed, packed.Length - 4);
        if (length != (uint)plain.Length) throw new ListingUnreliableException($"{page.Address}: the packed sitemap breaks off; harvest again, and if it stays so, tell the portal's owner.");
        return plain.ToArray();
    }

    private static ListingUnreliableException NoSitemap(Uri address) => new(
        $"{address}: this is no sitemap; open it in a browser, and write the address of the portal's sitemap as `address:`.");
}
