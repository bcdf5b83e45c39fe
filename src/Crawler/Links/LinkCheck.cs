using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Checks course addresses: every night those that are due, or the ones an operator names. One check at a time, with <paramref name="leases"/> on all nodes.</summary>
public sealed class LinkCheck(
    IReadOnlyList<SourceDefinition> sources,
    LinkLedger ledger,
    LinkReports reports,
    SourceSwitches switches,
    PageFetchers fetchers,
    LinkSettings settings,
    TimeProvider clock,
    ILogger<LinkCheck> log,
    Leases? leases = null)
{
    private readonly HostRules rules = new(sources);
    private int running;

    /// <summary>
    /// The night's check: at most <see cref="LinkSettings.PerNight"/> addresses, each portal in its hours; one that was cut off goes on.
    /// Null where another check is going on.
    /// </summary>
    public Task<LinkReport?> NightAsync(CancellationToken ct) => RunAsync([], all: false, byHand: false, null, ct);

    /// <summary>
    /// A check by hand: of these sources (empty: of all), what is due or with <paramref name="all"/> everything; hours do not count, delays do.
    /// Null where another check is going on.
    /// </summary>
    public Task<LinkReport?> ByHandAsync(IReadOnlyList<string> of, bool all, IProgress<HarvestProgress>? progress, CancellationToken ct) =>
        RunAsync(of, all, byHand: true, progress, ct);

    private async Task<LinkReport?> RunAsync(IReadOnlyList<string> of, bool all, bool byHand, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
        {
            return null;
        }

        try
        {
            await using var duty = leases is null ? null : await leases.TryHoldAsync("duty: links", ct);
            if (leases is not null && duty is null)
            {
                return null;
            }

            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, duty?.Lost ?? CancellationToken.None);
            await ledger.SyncAsync(end.Token);
            return await OpenedAsync(await reports.OpenAsync(byHand, end.Token), await ChoiceAsync(of, all, end.Token), progress, end.Token);
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }

    private async Task<LinkReport> OpenedAsync(LinkReport opened, LinkChoice choice, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var tally = new LinkTally(opened);
        var limit = opened.ByHand ? int.MaxValue : Math.Max(0, settings.PerNight - opened.Checked);
        var note = (string?)null;
        try
        {
            var planned = await ledger.DueAsync(choice, limit, ct);
            note = await new LinkNight(fetchers, rules, ledger, switches, settings, clock, log, tally, opened.ByHand).RunAsync(planned, progress, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The scheduled check stays open and goes on at the next start; one by hand is over.
            var stopped = tally.Report with { EndedAt = opened.ByHand ? clock.GetUtcNow() : null, Note = "It was stopped before its end; what it had found is kept." };
            await reports.SaveAsync(stopped, CancellationToken.None);
            return stopped;
        }

        var report = tally.Report with
        {
            EndedAt = clock.GetUtcNow(),
            Remaining = await ledger.WaitingAsync(choice with { All = false }, ct),
            Note = note,
        };
        await reports.SaveAsync(report, ct);
        log.LogInformation(
            "Link check {Check}: {Checked} courses, {Requests} requests, {Classes}, {Changed} changed, {Remaining} left. {Note}",
            report.Id, report.Checked, report.Requests, string.Join(", ", report.Classes.Select(pair => $"{pair.Value} {pair.Key}")), report.Changed, report.Remaining, report.Note);
        return report;
    }

    private async Task<LinkChoice> ChoiceAsync(IReadOnlyList<string> of, bool all, CancellationToken ct)
    {
        var without = new List<string>(rules.Unasked);
        foreach (var source in sources.Where(source => source.Enabled))
        {
            // A paused source must not fill the night with links that nobody may ask.
            if (await switches.IsPausedAsync(source.Name, ct))
            {
                without.Add(source.Name);
            }
        }

        return new LinkChoice(of, without, all);
    }
}
