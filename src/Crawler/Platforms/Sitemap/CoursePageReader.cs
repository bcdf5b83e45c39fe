using System.Text.Json;
using AngleSharp.Dom;
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
        using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
        var listing = Described(document, page.Address)?.Listing(id);
        var meta = PageMeta.Of(document, page.Address);
        if (listing is null)
        {
            return anyPage && meta.Title is { } title
                ? new RawListing { Id = id, Title = title, Url = page.Address.AbsoluteUri, Summary = meta.Description, Image = meta.Image }
                : null;
        }

        return listing with
        {
            Summary = listing.Summary ?? meta.Description ?? listing.Description,
            Image = listing.Image ?? meta.Image,
        };
    }

    private static CourseNode? Described(IHtmlDocument document, Uri address)
    {
        var linked = new JsonLd();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]")) linked.Add(script.TextContent);
        if (Main(linked, address) is { } found) return found;
        var items = new JsonLd();
        foreach (var item in Microdata.Items(document)) items.Add(item);
        return Main(items, address);
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
