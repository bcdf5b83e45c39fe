using System.Globalization;
using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>
/// Portals that send a file: tables (CSV with semicolons, commas or tabs) and listings a line (NDJSON). <c>address:</c> is a folder or file of this machine, or the web address of a file.
/// All files of a folder together are the portal's list; of a course in two of them the later file counts.
/// </summary>
public sealed class FolderPlatform : ICoursePlatform
{
    private const int PageSize = 500;

    public string Name => "folder";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var files = await PortalFile.OfAsync(source, fetcher, ct);
        var stamp = files.All(file => file.Stamp is not null) ? EntryDigest.Of(files.Select(file => file.Stamp)) : null;
        var (done, lines) = Done(marker, stamp);
        var courses = 0;
        for (var i = done; i < files.Count; i++)
        {
            await foreach (var (listings, refusals, line) in PagesAsync(files[i], i == done ? lines : 0, ct))
            {
                courses += listings.Count;
                yield return new ListingPage(listings, refusals, stamp is null ? null : string.Create(CultureInfo.InvariantCulture, $"{stamp} {i} {line}"));
            }
        }

        if (courses == 0 && done == 0 && lines == 0) throw new ListingUnreliableException($"{source.Address}: the files hold no course; let the portal send them again.");
    }

    private static async IAsyncEnumerable<(List<RawListing> Listings, List<Refusal> Refusals, int Line)> PagesAsync(PortalFile file, int lines, [EnumeratorCancellation] CancellationToken ct)
    {
        var (listings, refusals, last) = (new List<RawListing>(), new List<Refusal>(), 0);
        await using var rows = FolderReading.RowsAsync(file, ct).GetAsyncEnumerator(ct);
        while (await NextAsync(rows, file))
        {
            last = rows.Current.Line;
            if (last <= lines) continue;
            if (rows.Current.Listing is { } listing) listings.Add(file.Reserved ? listing with { Reserved = true } : listing);
            if (rows.Current.Refusal is { } refusal) refusals.Add(refusal);
            if (listings.Count + refusals.Count < PageSize) continue;
            yield return (listings, refusals, last);
            (listings, refusals) = ([], []);
        }

        if (listings.Count + refusals.Count > 0) yield return (listings, refusals, last);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<FileRow> rows, PortalFile file)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ListingUnreliableException($"{file.Name}: the file cannot be read ({e.Message.TrimEnd('.')}); see to its rights, and harvest again.", e);
        }
    }

    // The files of a resumed run must be the same.
    private static (int Files, int Lines) Done(string? marker, string? stamp) =>
        marker?.Split(' ') is [var of, var files, var lines] && of == stamp
        && int.TryParse(files, NumberStyles.None, CultureInfo.InvariantCulture, out var file) && int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (file, line)
            : (0, 0);
}
