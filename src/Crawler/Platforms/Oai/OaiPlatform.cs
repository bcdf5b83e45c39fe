using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Repositories of universities by OAI-PMH 2.0 (DSpace, EPrints, OJS): one request for a hundred records, and at most nights only for those that changed.</summary>
public sealed class OaiPlatform : ICoursePlatform
{
    /// <summary>Everything is listed again after so many days: not every repository announces what it deletes.</summary>
    internal const int WholeListDays = 30;

    public string Name => "oai";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source).Concat(OaiChoice.Check(source));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var requests = new OaiRequests(source, fetcher);
        var choice = new OaiChoice(source);
        var sets = await OaiSets.ResolveAsync(source, requests, choice.Sets, ct);
        var harvest = new OaiHarvest(source, fetcher, requests, choice, sets);
        var start = OaiMarker.Read(marker) ?? await BeginAsync(requests, sets[0], fetcher.Past, ct);
        await foreach (var page in harvest.ReadAsync(start, ct).ConfigureAwait(false)) yield return page;
    }

    private static async Task<OaiMarker> BeginAsync(OaiRequests requests, string? set, PastHarvest past, CancellationToken ct)
    {
        var answer = await requests.IdentifyAsync(ct);
        if (answer.Errors.Count > 0) throw requests.Refused(answer);
        var known = RunPlace.Valid(past, WholeListDays);
        var from = known is null ? null : OaiDates.Before(known.Seen, answer.Repository?.TakesSeconds == true);
        // Another format reads a little differently, so it changes only when everything is listed again.
        var format = from is null ? await OaiFormats.ChooseAsync(requests, set, ct) : known!.Note ?? OaiFormats.Plain;
        return new OaiMarker { Began = answer.ResponseDate, From = from, Format = format }.Remembering(past, from is null ? past.Began : known!.Whole);
    }
}
