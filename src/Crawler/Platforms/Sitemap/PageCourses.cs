using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Decides which of the courses that a page describes are its own. Pure.</summary>
internal static class PageCourses
{
    private const int Most = 500;

    private static readonly string[] Types = ["Course", "OnlineCourse", "CourseInstance", "LearningResource"];

    /// <summary>
    /// The one that has the page's address; else the only one without an address among others that have theirs; else all, where they stand in a list or none has an address;
    /// else the one with most to say. Of several each has the identifier of its own page, or the page's with its own behind it.
    /// </summary>
    public static List<RawListing> Of(JsonLd page, Uri address, string id)
    {
        foreach (var type in Types)
        {
            var outer = Named(page, address, type, inner: false);
            var nodes = outer.Count > 0 ? outer : Named(page, address, type, inner: true);
            if (nodes.Count == 0) continue;
            if (Main([.. nodes.Select(one => one.Node)], address) is { } main) return [main.Listing(id)!];
            var several = type is "Course" or "OnlineCourse" && (nodes.All(one => one.IsListed) || nodes.TrueForAll(one => one.Node.Url is null));
            if (!several) return [nodes.Select(one => one.Node).MaxBy(node => node.TextLength)!.Listing(id)!];
            return [.. nodes.Take(Most).Select(one => one.Node.Listing(Id(one.Node, address, id), one.Node.Url)!).DistinctBy(listing => listing.Id)];
        }

        return [];
    }

    private static List<(CourseNode Node, bool IsListed)> Named(JsonLd page, Uri address, string type, bool inner) =>
        [.. page.Nodes
        .Select((node, i) => (Node: new CourseNode(node, page, address), IsListed: page.Listed.Contains(i), Fits: page.Inner.Contains(i) == inner && JsonLd.IsOf(node, type)))
        .Where(one => one.Fits && one.Node.Name is not null)
        .Select(one => (one.Node, one.IsListed))];

    // Pages also describe courses like this one, mostly as links to their own pages; dates of one course are no courses.
    private static CourseNode? Main(List<CourseNode> nodes, Uri address)
    {
        if (nodes.Find(node => node.Url is { } url && IsSame(url, address)) is { } own) return own;
        var without = nodes.Where(node => node.Url is null).ToList();
        return without.Count == 1 ? without[0] : nodes.DistinctBy(node => node.Name).Count() == 1 ? nodes.MaxBy(node => node.TextLength) : null;
    }

    private static string Id(CourseNode node, Uri address, string page) => node.Url switch
    {
        { Fragment: "" } url when string.Equals(url.Host, address.Host, StringComparison.OrdinalIgnoreCase) => new SitemapEntry(url, null).Id,
        { Fragment.Length: > 1 } url when IsSame(new Uri(url.GetLeftPart(UriPartial.Query)), address) => page + Uri.UnescapeDataString(url.Fragment),
        { } url => $"{page}#{url.AbsoluteUri}",
        null => $"{page}#{node.OwnId ?? node.Name}",
    };

    private static bool IsSame(Uri one, Uri other) => one.AbsolutePath.TrimEnd('/') == other.AbsolutePath.TrimEnd('/') && one.Query == other.Query && one.Fragment.Length == 0;
}
