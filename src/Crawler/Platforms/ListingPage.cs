using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Listings read up to a page boundary. <paramref name="Marker"/> is handed back to resume after this page (null: cannot resume here); <paramref name="Expected"/> is the portal's own total, where it tells one.</summary>
public sealed record ListingPage(
    IReadOnlyList<RawListing> Listings,
    IReadOnlyList<Refusal> Refusals,
    string? Marker = null,
    int? Expected = null);
