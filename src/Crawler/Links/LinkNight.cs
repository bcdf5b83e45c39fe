using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Schedule;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Links;

/// <summary>One check of many links: hosts side by side, each one politely, what was found written as it comes.</summary>
internal sealed class LinkNight(
    PageFetchers fetchers, HostRules rules, LinkLedger ledger, SourceSwitches switches, LinkSettings settings, TimeProvider clock, ILogger log, LinkTally tally, bool byHand)
{
    private const int LooksAtOnce = 25;

    private readonly Lock gate = new();
    private readonly List<LinkLook> mute = [];
    private int hosts;
    private int answering;

    /// <summary>Looks at the planned links. Returns a sentence where the night as a whole was strange, else null. Throws when cancelled, with all that was certain written.</summary>
    public async Task<string?> RunAsync(IReadOnlyList<CourseLink> planned, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        using var places = new SemaphoreSlim(settings.HostsAtOnce);
        var groups = planned.GroupBy(link => (link.Host, Window: byHand ? null : rules.Window(link.Source, link.Host)));
        await Task.WhenAll(groups.Select(async group =>
        {
            // Waiting for a portal's hours takes nobody's place.
            await Task.Delay(NightWindow.UntilOpen(group.Key.Window, clock.GetUtcNow()), clock, ct);
            await places.WaitAsync(ct);
            try
            {
                await HostAsync(group.Key.Host, [.. group], ct);
            }
            finally
            {
                places.Release();
            }

            progress?.Report(new HarvestProgress("links", tally.Report.Checked, 0, tally.Report.Requests, planned.Count));
        }));
        if (answering == 0 && hosts > 1)
        {
            return $"None of {hosts} hosts answered, so this machine's own network was down; nothing was counted against them.";
        }

        await WriteAsync(mute, ct);
        return null;
    }

    private async Task HostAsync(string host, IReadOnlyList<CourseLink> planned, CancellationToken ct)
    {
        using var open = new HostFetchers(fetchers, rules, host);
        var check = new HostCheck(open, await ledger.OfHostAsync(host, ct), MayAskAsync);
        var ready = new List<LinkLook>();
        try
        {
            var waited = await check.RunAsync(planned, KeepAsync, ct);
            ready.AddRange(waited.Where(look => !look.IsMute));
            lock (gate)
            {
                mute.AddRange(waited.Where(look => look.IsMute));
            }
        }
        finally
        {
            // What is certain is kept even when the program is stopping.
            await WriteAsync(ready, CancellationToken.None);
            tally.Asked(open.Requests);
            Interlocked.Increment(ref hosts);
            Interlocked.Add(ref answering, check.Answered ? 1 : 0);
        }

        log.LogInformation("Links of {Host}: {Planned} looked at with {Requests} requests{Silence}", host, planned.Count, open.Requests, check.Answered ? "" : ", it does not answer");

        async Task KeepAsync(LinkLook look)
        {
            ready.Add(look);
            if (ready.Count >= LooksAtOnce)
            {
                await WriteAsync(ready, ct);
                ready.Clear();
            }
        }
    }

    private async Task<bool> MayAskAsync(CourseLink link, CancellationToken ct)
    {
        var open = byHand || NightWindow.UntilOpen(rules.Window(link.Source, link.Host), clock.GetUtcNow()) == TimeSpan.Zero;
        return open
            && !await switches.IsPausedAsync(link.Source, ct)
            && (rules.Owner(link.Host) is not { } owner || owner.Name == link.Source || !await switches.IsPausedAsync(owner.Name, ct));
    }

    private async Task WriteAsync(IReadOnlyList<LinkLook> looks, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        LinkJudgement[] judgements = [.. looks.Select(look => LinkJudge.Judge(look, now))];
        tally.Judged(judgements, await ledger.RecordAsync(judgements, ct));
    }
}
