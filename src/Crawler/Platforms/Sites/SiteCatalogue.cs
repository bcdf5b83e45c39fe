using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>What a site shows of its courses. <paramref name="Why"/>: why there are none, a sentence for each way that was tried. <paramref name="Partial"/>: a part could not be read tonight.</summary>
internal sealed record SiteCourses(IReadOnlyDictionary<string, SiteCourse> Courses, string Why, bool Partial, bool Reserved);

/// <summary>When a site's sitemap is asked for its courses.</summary>
internal enum SitemapUse
{
    /// <summary>Only some of the courses are wanted, and the sitemap does not tell which.</summary>
    Never,

    /// <summary>The lists show every course, or none.</summary>
    InNeed,

    /// <summary>The lists may show only the first of the courses.</summary>
    Always,
}

/// <summary>Finds the courses of a site by its list pages, and by its sitemap where the lists show nothing or not everything.</summary>
/// <param name="id">The identifier of a course by its address; null where the address is no course's.</param>
internal sealed class SiteCatalogue(SourceDefinition source, IPageFetcher fetcher, CardReading reading, Func<Uri, string?> id)
{
    public async Task<SiteCourses> ReadAsync(IReadOnlyList<Uri> lists, SitemapUse use, CancellationToken ct)
    {
        var list = new CardList(fetcher, reading);
        var why = new List<string>();
        foreach (var address in lists)
        {
            if (await list.ReadAsync(address, ct) is { } reason) why.Add(reason);
        }

        var courses = list.Cards.Values.ToDictionary(card => card.Id, card => new SiteCourse(card.Id, card.Address, card, null), StringComparer.Ordinal);
        var missed = false;
        if (use == SitemapUse.Always || (use == SitemapUse.InNeed && courses.Count == 0))
        {
            (var entries, var reason, missed) = await SitemapAsync(ct);
            if (reason is not null) why.Add(reason);
            foreach (var entry in entries)
            {
                if (id(entry.Address) is { } known) courses[known] = new SiteCourse(known, entry.Address, courses.GetValueOrDefault(known)?.Card, entry.Changed);
            }

            if (entries.Count > 0 && courses.Count == 0) why.Add($"None of the {entries.Count} addresses in its sitemap is a course's.");
        }

        // A list that shows nothing, where others do, may be filled by a browser from today on.
        return new SiteCourses(courses, string.Join(' ', why), missed || (list.Cards.Count > 0 && why.Count > 0 && lists.Count > 1), list.Reserved);
    }

    private async Task<(IReadOnlyList<SitemapEntry> Entries, string? Why, bool Missed)> SitemapAsync(CancellationToken ct)
    {
        var watched = new WatchedFetcher(fetcher);
        var walk = new SitemapWalk(source, watched);
        try
        {
            return (await walk.ReadAsync(ct), null, walk.Gone.Count > 0);
        }
        catch (ListingUnreliableException e)
        {
            return ([], e.Message, watched.Failed);
        }
    }
}
