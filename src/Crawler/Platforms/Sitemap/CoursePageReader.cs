using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Reads the page of a course, or of several: JSON-LD, else microdata, else RDFa; OpenGraph and the plain title fill what is missing, and serve alone where the page is known to be a course's. Pure.</summary>
internal static class CoursePageReader
{
    /// <summary>The page's course; the first where it lists several, null where it describes none.</summary>
    /// <param name="anyPage">The page is a course's, whatever it says.</param>
    public static RawListing? Read(Page page, string id, bool anyPage) => ReadAll(page, id, anyPage) is [{ } first, ..] ? first : null;

    /// <summary>The page's own course, or, of a page that only lists courses, each of them under an identifier of its own.</summary>
    public static IReadOnlyList<RawListing> ReadAll(Page page, string id, bool anyPage)
    {
        var html = PageText.Decode(page).Text;
        if (Courses(LinkedBlocks.Read(html), page.Address, id) is { Count: > 0 } linked)
        {
            // The tree of the head is enough, and the head is the smaller part of a page.
            using var head = PageMarkup.Parse(Head(html), page.Address);
            return Completed(linked, PageMeta.Of(head, page.Address));
        }

        using var document = PageMarkup.Parse(html, page.Address);
        var meta = PageMeta.Of(document, page.Address);
        if (Courses(Microdata.Items(document), page.Address, id) is { Count: > 0 } marked) return Completed(marked, meta);
        if (Courses(Rdfa.Items(document), page.Address, id) is { Count: > 0 } annotated) return Completed(annotated, meta);
        return anyPage && meta.Title is { } title
            ? [new RawListing { Id = id, Title = title, Url = page.Address.AbsoluteUri, Summary = meta.Description, Image = meta.Image }]
            : [];
    }

    // What the head says is said of the page, so of one course only.
    private static IReadOnlyList<RawListing> Completed(IReadOnlyList<RawListing> listings, PageMeta meta) =>
        listings is [var only] ? [Completed(only, meta)] : [.. listings.Select(listing => listing with { Summary = listing.Summary ?? listing.Description })];

    private static RawListing Completed(RawListing listing, PageMeta meta) => listing with
    {
        Summary = listing.Summary ?? meta.Description ?? listing.Description,
        Image = listing.Image ?? meta.Image,
    };

    private static List<RawListing> Courses(IEnumerable<string> blocks, Uri address, string id)
    {
        var page = new JsonLd();
        foreach (var block in blocks) page.Add(block);
        return PageCourses.Of(page, address, id);
    }

    private static List<RawListing> Courses(IEnumerable<System.Text.Json.JsonElement> items, Uri address, string id)
    {
        var page = new JsonLd();
        foreach (var item in items) page.Add(item);
        return PageCourses.Of(page, address, id);
    }

    private static string Head(string html)
    {
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        return body < 0 ? html : html[..body];
    }
}
