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
    /// <summary>The platform's identifiers of courses that the portal itself says are gone.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The run lists only what changed: a course that is not listed is not missing. The same on every page of a run.</summary>
    public bool Partial { get; init; }

    /// <summary>What the next run of the source is to know of this one, in the platform's own words; the last page that has one counts.</summary>
    public string? Bookmark { get; init; }
}
