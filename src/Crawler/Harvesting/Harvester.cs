using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Runs one source from its portal into the catalogue: read a page, normalise, tag, record, and at the end let the guard judge.</summary>
public sealed class Harvester(
    ICourseCatalog catalog,
    PageFetchers fetchers,
    IReadOnlyDictionary<string, ICoursePlatform> platforms,
    ListingPreparation preparation,
    TimeProvider clock,
    ILogger<Harvester> log,
    HarvestMemory? memory = null)
{
    /// <summary>
    /// One run, or the rest of an interrupted one. Every failure of the portal is in the report. Cancelling stops at the last recorded page:
    /// the run stays open and goes on from there next time. With <paramref name="recordTo"/> the portal's answers are also written into that folder.
    /// With <paramref name="full"/> everything is listed and read again, whatever earlier runs know of it.
    /// </summary>
    public async Task<HarvestReport> HarvestAsync(SourceDefinition source, IProgress<HarvestProgress>? progress, CancellationToken ct, string? recordTo = null, bool full = false)
    {
        var earlier = await EarlierAsync(source.Name, ct);
        var kind = source.Recorded is null ? RunKind.Harvest : RunKind.Recorded;
        var run = await catalog.OpenHarvestAsync(new HarvestOpening(source.Name, kind, clock.GetUtcNow()), ct);
        log.LogInformation("Run {Run} of {Source} {Begins}", run.Id, source.Name, run.Marker is null ? "begins" : "goes on");
        var past = recordTo is null ? await LinkedRuns.PastAsync(memory, source, run, full, ct) : PastHarvest.None;
        using var fetcher = fetchers.For(source, recordTo, past);
        var reading = await ReadAsync(source, run, fetcher, progress, ct);
        await LinkedRuns.KeepAsync(memory, source, run, reading.Bookmark);
        var nothingNew = reading.End == HarvestEnd.Partial && reading.Tally is { Found: 0, Refused: 0 };
        var held = reading.End is HarvestEnd.Interrupted or HarvestEnd.Failed || nothingNew
            ? null
            : RunGuard.Judge(new RunOutcome
            {
                Kind = kind,
                End = reading.End,
                Found = reading.Tally.Found,
                Refused = reading.Tally.Refused,
                WithSummary = reading.Tally.WithSummary,
                Expected = reading.Expected,
                Earlier = earlier,
                Trusted = source.Trusted,
            });
        var closing = new HarvestClosing(reading.End, held, reading.Failure, fetcher.Figures, clock.GetUtcNow())
        {
            Filled = reading.Tally.Filled.Shares(),
            Slowest = fetcher.Slowest,
        };

        // The store must learn how the run ended even when the program is stopping.
        var report = await catalog.CloseHarvestAsync(run, closing, CancellationToken.None);
        log.LogInformation(
            "Run {Run} of {Source} is {State}: {Found} found, {New} new, {Changed} changed, {Refused} refused. {Why}",
            run.Id, source.Name, report.State, report.Found, report.New, report.Changed, report.Refused, report.HeldBecause ?? report.Failure ?? "");
        return report;
    }

    private async Task<Reading> ReadAsync(SourceDefinition source, HarvestRun run, PageFetcher fetcher, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var reading = new Reading(new RunTally(run));
        try
        {
            await foreach (var page in platforms[source.Platform].ReadAsync(source, fetcher, run.Marker, ct).WithCancellation(ct))
            {
                var batch = Prepare(page, source.Traits);
                await catalog.RecordAsync(run, batch, ct);
                reading.Tally.Add(batch);
                reading.Expected = page.Expected ?? reading.Expected;
                reading.Bookmark = page.Bookmark ?? reading.Bookmark;
                reading.Partial |= page.Partial;
                progress?.Report(new HarvestProgress(source.Name, reading.Tally.Found, reading.Tally.Refused, fetcher.Figures.Requests, reading.Expected));
            }

            reading.End = reading.Partial ? HarvestEnd.Partial : HarvestEnd.Complete;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            reading.End = HarvestEnd.Interrupted;
        }
        catch (ListingUnreliableException refusal)
        {
            reading.End = HarvestEnd.Failed;
            reading.Failure = refusal.Message;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug in one platform must not leave its run open nor stop another source.
            log.LogError(bug, "Reading {Source} broke", source.Name);
            reading.End = HarvestEnd.Failed;
            reading.Failure = $"Reading {source.Name} broke inside the program ({bug.GetType().Name}: {bug.Message}). Please report it with the log.";
        }

        return reading;
    }

    private HarvestBatch Prepare(ListingPage page, SourceTraits traits)
    {
        // Normalising and tagging cost more than a request to a near portal; the order stays that of the page.
        var prepared = new (HarvestEntry? Entry, Refusal? Refusal)[page.Listings.Count];
        Parallel.For(0, prepared.Length, i => prepared[i] = preparation.Prepare(page.Listings[i], traits));
        return new HarvestBatch(
            [.. prepared.Select(one => one.Entry).OfType<HarvestEntry>()],
            [.. page.Refusals, .. prepared.Select(one => one.Refusal).OfType<Refusal>()],
            page.Marker)
        {
            Deleted = page.Deleted,
        };
    }

    private async Task<IReadOnlyList<HarvestReport>> EarlierAsync(string source, CancellationToken ct) =>
        [.. (await catalog.SourcesAsync(ct))
            .Where(status => status.Name == source)
            .SelectMany(status => status.Reports)
            .Where(report => report.State == RunState.Promoted)];

    private sealed record Reading(RunTally Tally)
    {
        public HarvestEnd End { get; set; }
        public string? Failure { get; set; }
        public int? Expected { get; set; }
        public string? Bookmark { get; set; }
        public bool Partial { get; set; }
    }
}
