using AngleSharp.Html.Dom;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Reads the page of one course: JSON-LD, else microdata; OpenGraph and the plain title fill what is missing, and serve alone where the page is known to be a course's. Pure.</summary>
internal static class CoursePageReader
{
    private static readonly string[] Types = ["Course", "OnlineCourse", "CourseInstance", "LearningResource"];

    /// <summary>Null where the page describes no course.</summary>
    /// <param name="anyPage">The page is a course's, whatever it says.</param>
    public static RawListing? Read(Page page, string id, bool anyPage)
    {
        var html = PageText.Decode(page).Text;
        if (Linked(html, page.Address)?.Listing(id) is { } linked)
        {
            // The tree of the head is enough, and the head is the smaller part of a page.
            using var head = PageMarkup.Parse(Head(html), page.Address);
            return Completed(linked, PageMeta.Of(head, page.Address));
        }

        using var document = PageMarkup.Parse(html, page.Address);
        var meta = PageMeta.Of(document, page.Address);
        if (Marked(document, page.Address)?.Listing(id) is { } marked) return Completed(marked, meta);
        return anyPage && meta.Title is { } title
            ? new RawListing { Id = id, Title = title, Url = page.Address.AbsoluteUri, Summary = meta.Description, Image = meta.Image }
            : null;
    }

    private static RawListing Completed(RawListing listing, PageMeta meta) => listing with
    {
        Summary = listing.Summary ?? meta.Description ?? listing.Description,
        Image = listing.Image ?? meta.Image,
    };

    private static CourseNode? Linked(string html, Uri address)
    {
        var page = new JsonLd();
        foreach (var block in LinkedBlocks.Read(html)) page.Add(block);
        return Main(page, address);
    }

    private static CourseNode? Marked(IHtmlDocument document, Uri address)
    {
        var page = new JsonLd();
        foreach (var item in Microdata.Items(document)) page.Add(item);
        return Main(page, address);
    }

    private static string Head(string html)
    {
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        return body < 0 ? html : html[..body];
    }

    // Pages also describe courses like this one: the page's own says so by its address, or has more to say.
    private static CourseNode? Main(JsonLd page, Uri address)
    {
        foreach (var type in Types)
        {
            var nodes = page.Nodes.Where(node => JsonLd.IsOf(node, type)).Select(node => new CourseNode(node, page, address)).Where(node => node.Name is not null).ToList();
            if (nodes.Count > 0) return nodes.Find(node => node.Url is { } url && IsSame(url, address)) ?? nodes.MaxBy(node => node.TextLength);
        }

        return null;
    }

    private static bool IsSame(Uri one, Uri other) => one.AbsolutePath.TrimEnd('/') == other.AbsolutePath.TrimEnd('/') && one.Query == other.Query;
}
