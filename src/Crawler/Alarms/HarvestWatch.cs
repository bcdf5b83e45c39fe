using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Alarms;

/// <summary>The crawl role's watch over its own work: says that it is alive, judges every source, raises and clears alarms, and has them told. Of several nodes one watches.</summary>
public sealed class HarvestWatch(
    SourceWatch watch,
    WatchMarks marks,
    AlarmLedger alarms,
    RunHistory history,
    ICourseCatalog catalog,
    AlarmChannels channels,
    AlarmTelling telling,
    TimeProvider clock,
    ILogger<HarvestWatch> log,
    Leases? leases = null) : BackgroundService
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PruneEvery = TimeSpan.FromDays(1);

    private DateTimeOffset pruned = DateTimeOffset.MinValue;
    private HeldLease? duty;

    /// <summary>One look at all sources.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await marks.BeatAsync(WatchMarks.Crawl, ct);
        if (leases is not null && !await IsOnDutyAsync(leases, ct))
        {
            return;
        }

        var paused = (await catalog.SourcesAsync(ct)).Where(source => source.Paused).Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        string[] wanted = [.. watch.Sources.Where(source => source.Enabled && !paused.Contains(source.Name)).Select(source => source.Name)];
        await marks.ForgetOthersAsync(wanted, ct);
        await marks.RememberAsync(wanted, ct);
        var turn = await alarms.TakeAsync(await watch.StandingAsync(ct), [.. channels.All.Select(channel => channel.Name)], ct);
        Log(turn);
        await telling.TellAsync(ct);
        if (clock.GetUtcNow() - pruned > PruneEvery)
        {
            pruned = clock.GetUtcNow();
            await history.PruneAsync(ct);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (duty is not null)
        {
            await duty.DisposeAsync();
            duty = null;
        }
    }

    // Two would tell the same alarm twice.
    private async Task<bool> IsOnDutyAsync(Leases leases, CancellationToken ct)
    {
        if (duty?.Lost.IsCancellationRequested == true)
        {
            await duty.DisposeAsync();
            duty = null;
        }

        duty ??= await leases.TryHoldAsync("duty: alarms", ct);
        return duty is not null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(LookEvery, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The watch must outlive whatever breaks: a disk that is full for an hour, a bug in one rule.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError(failure, "The watch over the harvest broke; it looks again in {Pause}", LookEvery);
                await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Log(AlarmTurn turn)
    {
        foreach (var alarm in turn.Raised)
        {
            log.LogWarning("Alarm: {Source}, {Kind} since {Since:u}. {Sentence} {Remedy}", alarm.Source, Wire.Name(alarm.Kind), alarm.Since, alarm.Sentence, alarm.Remedy);
        }

        foreach (var alarm in turn.Cleared)
        {
            log.LogInformation("Alarm over: {Source}, {Kind}", alarm.Source, Wire.Name(alarm.Kind));
        }
    }
}
