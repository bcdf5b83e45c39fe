using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>What a look at one course of a list brought; nothing at all: it is gone, or no course.</summary>
internal sealed record Looked(RawListing? Listing, Refusal? Refusal = null)
{
    public static readonly Looked Nothing = new(null, null);
}

/// <summary>The frame of platforms that read a list first and then look at each of its courses: in the order of their identifiers, so that an interrupted run goes on behind the last one recorded.</summary>
internal sealed class CourseVisits(SourceDefinition source, IPageFetcher fetcher)
{
    private const int Known = 500;

    private readonly UnreadInARow unread = new(source.Name, "courses");

    /// <summary>
    /// Pages of what <paramref name="look"/> brings. The list must be whole on a resume too; only what lies behind the marker is looked at, and
    /// <paramref name="strange"/> (refusals of the list itself) is told once. Without a course at the end <paramref name="nothing"/> is the alarm.
    /// </summary>
    public async IAsyncEnumerable<ListingPage> ReadAsync<T>(
        IReadOnlyDictionary<string, T> courses,
        Func<T, KeptDetails, CancellationToken, Task<Looked>> look,
        IReadOnlyList<Refusal> strange,
        string? marker,
        Func<string> nothing,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var (found, others, read) = (0, 0, 0);
        var listings = new List<RawListing>(fetcher.Portion);
        var refusals = marker is null ? [.. strange] : new List<Refusal>();
        var waiting = courses.Keys.Where(id => marker is null || string.CompareOrdinal(id, marker) > 0).Order(StringComparer.Ordinal).ToList();
        foreach (var portion in waiting.Chunk(Known))
        {
            var kept = await fetcher.Past.DetailsAsync(portion, ct);
            await foreach (var (id, looked) in Ahead.SelectAsync(portion, source.Politeness.AtOnce, async (id, token) => (id, await look(courses[id], kept, token)), ct))
            {
                read++;
                if (looked.Listing is not null) listings.Add(looked.Listing);
                else if (looked.Refusal is not null) refusals.Add(looked.Refusal);
                else others++;
                unread.Note(looked.Refusal);
                if (read % fetcher.Portion != 0 && read < waiting.Count) continue;
                found += listings.Count;
                yield return new ListingPage(listings, refusals, id, courses.Count - others);
                (listings, refusals) = ([], []);
            }
        }

        if (found == 0 && marker is null) throw new ListingUnreliableException(nothing());
    }
}
