using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Work;

/// <summary>Runs one source where it may be run now: never twice at a time, not while it is paused or refused, and not while it rests.</summary>
public sealed class SourceRuns(
    ICourseCatalog catalog,
    Harvester harvester,
    SourceSwitches switches,
    SourceRests rests,
    SourceTurns turns,
    HarvestLimits limits,
    Tidying tidying,
    DuplicateOrders duplicates,
    TimeProvider clock)
{
    /// <summary>
    /// One run of one source because somebody wants it now: night hours and the rest after failures do not count, the portal's own wish does.
    /// Null where the source is paused, running, refused, or asked to be left alone. With <paramref name="full"/> everything is listed and read again.
    /// </summary>
    public async Task<HarvestReport?> HarvestAsync(
        SourceDefinition source, IProgress<HarvestProgress>? progress, CancellationToken ct, string? recordTo = null, bool full = false) =>
        await rests.FindAsync(source.Name, ct) is { AskedByPortal: true } rest && rest.IsOn(clock.GetUtcNow())
            ? null
            : await RunAsync(source, progress, scheduled: false, recordTo, full, ct);

    /// <summary>One run of one source by the clockwork, and the search for duplicates after it; null as well outside its hours and while it rests after a failure.</summary>
    public async Task<HarvestReport?> ScheduledAsync(SourceDefinition source, CancellationToken ct)
    {
        if (NightWindow.UntilOpen(source.Politeness.Window, clock.GetUtcNow()) > TimeSpan.Zero || (await StandingAsync(source.Name, ct)).RestsUntil is not null)
        {
            return null;
        }

        var report = await RunAsync(source, null, scheduled: true, null, full: false, ct);
        if (report?.State == RunState.Promoted)
        {
            await duplicates.AfterRunAsync(ct);
        }

        return report;
    }

    /// <summary>Whether a source rests, and whether a run of it lies open.</summary>
    public async Task<SourceStanding> StandingAsync(string source, CancellationToken ct)
    {
        var status = (await catalog.SourcesAsync(ct)).FirstOrDefault(known => known.Name == source);
        return new SourceStanding(
            status?.Rest is { } rest && rest.IsOn(clock.GetUtcNow()) ? rest.Until : null,
            status?.Reports is [{ State: RunState.Open }, ..]);
    }

    /// <summary>The sentence that says why a source was not run just now.</summary>
    public async Task<string> WhyNotAsync(SourceDefinition source) => await switches.IsPausedAsync(source.Name, CancellationToken.None)
        ? $"{source.Name} is paused; «resume {source.Name}» lets it run again."
        : source.IsRefused
        ? $"The owner of {source.Name} refused ({source.File}), so nothing of it is taken."
        : await rests.FindAsync(source.Name, CancellationToken.None) is { AskedByPortal: true } rest && rest.IsOn(clock.GetUtcNow())
        ? $"{source.Name} asked to be left alone: {rest.Because}"
        : $"{source.Name} was not run: a run of it is going on, or this one was stopped before its turn.";

    private async Task<HarvestReport?> RunAsync(
        SourceDefinition source, IProgress<HarvestProgress>? progress, bool scheduled, string? recordTo, bool full, CancellationToken ct)
    {
        if (source.IsRefused || await switches.IsPausedAsync(source.Name, ct))
        {
            return null;
        }

        await using var turn = await turns.TryTakeAsync(source.Name, ct);
        if (turn is null)
        {
            return null;
        }

        await tidying.HeedAsync(ct);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, turn.Lost);
        using var stop = RunStop.For(source, limits.LongestRun, scheduled, clock, async token => await switches.IsPausedAsync(source.Name, token)
            ? $"«{source.Name}» was paused, and the run was left at a page boundary; it goes on after «resume {source.Name}»."
            : null, end.Token);
        HarvestReport report;
        try
        {
            report = await harvester.HarvestAsync(source, progress, end.Token, recordTo, stop, full, turn);
        }
        catch (OperationCanceledException) when (turn.Lost.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            // The turn was lost before the run had begun; whoever has it now goes on.
            return null;
        }

        if (source.Recorded is null && !turn.Lost.IsCancellationRequested)
        {
            await RestAsync(source.Name, report, stop.AskedToWait);
        }

        await tidying.EraseAsync(CancellationToken.None);
        return report;
    }

    // How a run ended is kept even when the program is stopping.
    private async Task RestAsync(string source, HarvestReport report, PageFailure? askedToWait)
    {
        var before = await rests.FindAsync(source, CancellationToken.None);
        var rest = BackOff.After(report, askedToWait, before, clock.GetUtcNow());
        if (rest is null && before is not null)
        {
            await rests.EndAsync(source, CancellationToken.None);
        }
        else if (rest is not null && rest != before)
        {
            await rests.KeepAsync(source, rest, CancellationToken.None);
        }
    }
}
