using DcCourseIndex.Crawler.Fetching.Rules;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>What kind of page a Moodle site (or whoever stands before it) answered with.</summary>
internal enum MoodlePageKind { Listing, Login, Maintenance, Error, NotMoodle }

/// <summary>What a public page holds: courses, categories, and where the list goes on.</summary>
/// <param name="Kind">Only a listing may be believed to be empty.</param>
/// <param name="Boxes">Each course once, in the order of the page.</param>
/// <param name="Categories">All categories that the page names, parents before children.</param>
/// <param name="AllCategories">The page holds the chooser of categories, which names every visible one.</param>
/// <param name="Category">The category whose courses these are.</param>
/// <param name="Next">The next page of the same list.</param>
internal sealed record MoodlePage(
    MoodlePageKind Kind,
    IReadOnlyList<MoodleBox> Boxes,
    IReadOnlyList<MoodleCategory> Categories,
    bool AllCategories = false,
    long? Category = null,
    Uri? Next = null)
{
    /// <summary>What the portal's owner says about using the page; null where the page was not fetched.</summary>
    public PageRules? Rules { get; init; }
}

/// <summary>A category of courses. <paramref name="Parent"/> is 0 at the top; null where the page does not tell.</summary>
internal sealed record MoodleCategory(long Id, string Name, long? Parent);
