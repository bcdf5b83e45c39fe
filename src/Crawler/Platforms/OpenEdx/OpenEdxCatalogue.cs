using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>All courses of one LMS, from wherever it shows them: its course list, else its search, else the catalogue page that it renders itself.</summary>
/// <param name="Courses">By organisation and number.</param>
/// <param name="Searched">Null where the search was not needed.</param>
/// <param name="ByPage">The course list is closed, so details come from the pages about the courses.</param>
internal sealed record OpenEdxCatalogue(IReadOnlyDictionary<string, OpenEdxCourse> Courses, OpenEdxSearched? Searched, IReadOnlyList<Refusal> Refusals, bool Reserved, bool ByPage)
{
    /// <summary>Throws <see cref="ListingUnreliableException"/> where none of the three shows a course, with what each of them said.</summary>
    public static async Task<OpenEdxCatalogue> ReadAsync(SourceDefinition source, Uri lms, IPageFetcher fetcher, CancellationToken ct)
    {
        var (listed, closed) = await new OpenEdxList(lms, fetcher).ReadAsync(ct);
        if (listed is not null) return new(OpenEdxCourse.Join(listed.Runs), null, listed.Refusals, listed.Reserved, ByPage: false);
        var searched = await new OpenEdxSearch(lms, fetcher).ReadAsync(ct);
        if (searched.Missed) throw new ListingUnreliableException($"{closed} The course search, which could be read instead, broke off; harvest again later.");
        if (searched.Found.Count > 0) return new(OpenEdxCourse.Join(searched.Found.Values.Select(found => found.Run)), searched, [], searched.Reserved, ByPage: true);
        var (runs, reserved) = await PageAsync(source, lms, fetcher, closed!, ct);
        return new(OpenEdxCourse.Join(runs), searched, [], reserved, ByPage: true);
    }

    private static async Task<(IReadOnlyList<OpenEdxRun> Runs, bool Reserved)> PageAsync(SourceDefinition source, Uri lms, IPageFetcher fetcher, string closed, CancellationToken ct)
    {
        var address = SourceAddress.Below(lms, "courses");
        var page = await fetcher.FetchAsync(new PageRequest(address), ct);
        if (page.Failure is { } failure) throw new ListingUnreliableException($"{closed} Nor can the catalogue page be read: {failure.Message}");
        if (!page.IsSuccess) throw new ListingUnreliableException($"{closed} The course search is closed too, and {address} answers {(int)page.Status}.");
        using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
        var runs = OpenEdxCards.Read(document, page.Address);
        return runs.Count > 0 ? (runs, page.Rules.Reserved) : throw new ListingUnreliableException(
            $"{closed} The course search is closed too, and {page.Address} is only the shell of a catalogue that a browser fills. Ask the portal's owner to open /api/courses/v1/courses/ to visitors, or take a file of the courses from him: `dccourseindex import FILE.ndjson --source {source.Name}`.");
    }
}
