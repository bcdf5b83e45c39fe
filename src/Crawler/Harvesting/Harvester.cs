using System.Data.Common;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting.Judging;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Runs one source from its portal into the catalogue: read a page, normalise, tag, record, and at the end let the guard judge.</summary>
public sealed class Harvester(
    ICourseCatalog catalog,
    PageFetchers fetchers,
    IReadOnlyDictionary<string, ICoursePlatform> platforms,
    ListingPreparation preparation,
    RunJudge judge,
    TimeProvider clock,
    ILogger<Harvester> log,
    HarvestMemory? memory = null)
{
    /// <summary>
    /// One run, or the rest of an interrupted one. Every failure of the portal is in the report. Cancelling stops at the last recorded page:
    /// the run stays open and goes on from there next time. With <paramref name="recordTo"/> the portal's answers are also written into that folder;
    /// <paramref name="stop"/> says when the run must leave off before its end, null: never. With <paramref name="full"/> everything is listed and
    /// read again, whatever earlier runs know of it. The source's <paramref name="turn"/> says under which number the run writes; where another node
    /// has taken it over meanwhile, the report is that run's as it stands there.
    /// </summary>
    public async Task<HarvestReport> HarvestAsync(
        SourceDefinition source, IProgress<HarvestProgress>? progress, CancellationToken ct, string? recordTo = null, RunStop? stop = null, bool full = false, SourceTurn? turn = null)
    {
        var kind = source.Recorded is null ? RunKind.Harvest : RunKind.Recorded;
        var run = await catalog.OpenHarvestAsync(new HarvestOpening(source.Name, kind, clock.GetUtcNow()) { Node = turn?.Node, Fence = turn?.Fence ?? 0 }, ct);
        using var span = HarvestTrace.Begin(run);
        using var noted = log.BeginScope("run {RunId}", run.Id);
        log.LogInformation("Run {Run} of {Source} {Begins}", run.Id, source.Name, run.Marker is null ? "begins" : "goes on");
        var past = recordTo is null ? await LinkedRuns.PastAsync(memory, source, run, full, ct) : PastHarvest.None;
        using var fetcher = fetchers.For(source, recordTo, past: past);
        await preparation.LearnOnceAsync(source.Traits, catalog, CancellationToken.None);
        var reading = await ReadAsync(source, run, fetcher, progress, stop, stop?.Token ?? ct);
        await LinkedRuns.KeepAsync(memory, source, run, reading.Bookmark);

        // The store must learn how the run ended even when the program is stopping.
        var judgement = await judge.JudgeAsync(run, Of(reading, source), CancellationToken.None);
        var closing = new HarvestClosing(reading.End, judgement.HeldBecause, reading.Failure, fetcher.Figures, clock.GetUtcNow())
        {
            Filled = judgement.Filled,
            Slowest = fetcher.Slowest,
            Reserved = reading.Tally.Reserved,
        };
        var report = await catalog.CloseHarvestAsync(run, closing, CancellationToken.None);
        HarvestTrace.End(span, report);
        log.LogInformation(
            "Run {Run} of {Source} is {State}: {Found} found, {New} new, {Changed} changed, {Refused} refused. {Why}",
            run.Id, source.Name, report.State, report.Found, report.New, report.Changed, report.Refused, report.HeldBecause ?? report.Failure ?? "");
        return report;
    }

    private async Task<Reading> ReadAsync(SourceDefinition source, HarvestRun run, PageFetcher fetcher, IProgress<HarvestProgress>? progress, RunStop? stop, CancellationToken ct)
    {
        var reading = new Reading(new RunTally(run)) { Partial = run.Partial };
        try
        {
            await fetcher.PrepareAsync(ct);
            await foreach (var page in platforms[source.Platform].ReadAsync(source, fetcher, run.Marker, ct).WithCancellation(ct))
            {
                // A page that was put together without what the portal no longer gave is not taken for whole.
                if (fetcher.AskedToWait is not null)
                {
                    break;
                }

                var batch = Prepare(page, source.Traits, fetcher);
                await catalog.RecordAsync(run, batch, ct);
                reading.Tally.Add(batch);
                reading.Expected = page.Expected ?? reading.Expected;
                reading.Bookmark = page.Bookmark ?? reading.Bookmark;
                reading.Partial |= page.Partial;
                progress?.Report(new HarvestProgress(source.Name, reading.Tally.Found, reading.Tally.Refused, fetcher.Figures.Requests, reading.Expected));
                if (stop is not null && await stop.IsAtEndAsync())
                {
                    LeaveOff(reading, stop.Reason);
                    return reading;
                }
            }

            reading.End = reading.Partial ? HarvestEnd.Partial : HarvestEnd.Complete;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            LeaveOff(reading, stop?.Reason);
        }
        catch (RunTakenOverException)
        {
            log.LogWarning("The run of {Source} is another node's by now; this one leaves it", source.Name);
            LeaveOff(reading, null);
        }
        catch (DbException away) when (away.IsTransient)
        {
            // Nothing is wrong with the portal: whoever finds the run goes on from its last page.
            log.LogError(away, "The catalogue went while {Source} was read; the run is left at its last page", source.Name);
            LeaveOff(reading, null);
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

        if (fetcher.AskedToWait is { } wish && reading.End != HarvestEnd.Interrupted)
        {
            stop?.PortalAsks(wish);
            LeaveOff(reading, wish.Message);
        }

        return reading;
    }

    private static void LeaveOff(Reading reading, string? why) => (reading.End, reading.Failure) = (HarvestEnd.Interrupted, why);

    private HarvestBatch Prepare(ListingPage page, SourceTraits traits, PageFetcher fetcher)
    {
        // Normalising and tagging cost more than a request to a near portal; the order stays that of the page.
        var prepared = new (HarvestEntry? Entry, Refusal? Refusal)[page.Listings.Count];
        Parallel.For(0, prepared.Length, i => prepared[i] = preparation.Prepare(Heeding(page.Listings[i], fetcher), traits));
        return new HarvestBatch(
            [.. prepared.Select(one => one.Entry).OfType<HarvestEntry>()],
            [.. page.Refusals, .. prepared.Select(one => one.Refusal).OfType<Refusal>()],
            page.Marker)
        {
            Deleted = page.Deleted,
            Partial = page.Partial,
        };
    }

    private static RawListing Heeding(RawListing listing, PageFetcher fetcher) => fetcher.Reserves(listing.Url) ? listing with { Reserved = true } : listing;

    private static RunReading Of(Reading reading, SourceDefinition source) => new(
        reading.End,
        reading.Failure,
        reading.Tally.Refused,
        reading.Expected,
        source.Trusted,
        source.Address is { } address ? [source.Title, address.Host] : [source.Title]);

    private sealed record Reading(RunTally Tally)
    {
        public HarvestEnd End { get; set; }
        public string? Failure { get; set; }
        public int? Expected { get; set; }
        public string? Bookmark { get; set; }
        public bool Partial { get; set; }
    }
}
