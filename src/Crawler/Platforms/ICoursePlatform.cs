using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>
/// A kind of portal: decides which pages to ask for and reads listings from them. Never writes, keeps no state between calls,
/// may be called again with the same input. Throws <see cref="ListingUnreliableException"/> when the listing as a whole cannot be
/// trusted (a login page, a changed layout, an error in the middle); a single bad listing is a refusal inside its page.
/// The harvester normalises, tags and records; an empty sequence means that the portal showed nothing, which is never a success.
/// </summary>
public interface ICoursePlatform
{
    /// <summary>As in the source file's <c>platform:</c>.</summary>
    string Name { get; }

    /// <summary>What is wrong with a source file for this platform; empty: nothing.</summary>
    IEnumerable<ConfigProblem> Check(SourceDefinition source);

    /// <summary>Reads the portal page by page, from the marker on where a run resumes.</summary>
    IAsyncEnumerable<ListingPage> ReadAsync(SourceDefinition source, IPageFetcher fetcher, string? marker, CancellationToken ct);
}
