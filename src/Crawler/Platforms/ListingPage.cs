using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Listings read up to a page boundary. <paramref name="Marker"/> is handed back to resume after this page (null: cannot resume here); <paramref name="Expected"/> is the portal's own total, where it tells one.</summary>
public sealed record ListingPage(
    IReadOnlyList<RawListing> Listings,
    IReadOnlyList<Refusal> Refusals,
    string? Marker = null,
    int? Expected = null)
{
    /// <summary>The platform's own identifiers of courses that the portal says are gone: they are retired at once, unless it is a large part of the source.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>This run lists only what changed: courses that it does not list are not missing. Saying it on one page says it for the run; a run without a change is one empty page that says it.</summary>
    public bool Partial { get; init; }

    /// <summary>What the next run of the source is to know of this one, in the platform's own words; the last page that has one counts.</summary>
    public string? Bookmark { get; init; }
}
