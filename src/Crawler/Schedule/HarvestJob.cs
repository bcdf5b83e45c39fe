using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>
/// One scheduled run of one source: waits for the end of its rest and for the portal's night hours, then harvests, and where the hours were too short,
/// goes on in the next ones. Its failure is logged and stops nothing else.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class HarvestJob(
    SourceDefinition source,
    Func<SourceDefinition, CancellationToken, Task> harvest,
    Func<string, CancellationToken, Task<SourceStanding>> standing,
    TimeProvider clock,
    ILogger log) : IJob
{
    /// <summary>Where several nodes fire; null: this one alone.</summary>
    public SharedFiring? Shared { get; init; }

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (Shared is not null && context is { Recovering: true })
            {
                // Its lease on the source outlives a node that died.
                await Task.Delay(Shared.Times.Length, clock, cancellationToken);
            }
            do
            {
                await WaitAsync(cancellationToken);
                if (Shared is not null && !await IsWantedAsync(Shared, cancellationToken))
                {
                    log.LogInformation("{Source}: another node has run it meanwhile", source.Name);
                    return;
                }
                await harvest(source, cancellationToken);
            }
            while (UntilOpen() > TimeSpan.Zero && (await standing(source.Name, cancellationToken)).Unfinished);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogInformation("{Source}: the run stops with the program", source.Name);
            if (Shared is not null)
            {
                // So that it is fired again, here or elsewhere.
                throw;
            }
        }
#pragma warning disable CA1031 // Whatever breaks one source must not end the schedule of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "{Source}: the scheduled run broke; it is tried again at its next time", source.Name);
        }
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        if ((await standing(source.Name, ct)).RestsUntil is { } until && until - clock.GetUtcNow() is { Ticks: > 0 } rest)
        {
            log.LogInformation("{Source}: it rests until {Until}, the run waits", source.Name, until);
            await Task.Delay(rest, clock, ct);
        }
        if (UntilOpen() is { Ticks: > 0 } wait)
        {
            log.LogInformation("{Source}: its hours begin in {Wait}, the run waits", source.Name, wait);
            await Task.Delay(wait, clock, ct);
        }
    }

    // The same firing may come twice: when it is made up, when a node only seemed to be dead.
    private async Task<bool> IsWantedAsync(SharedFiring shared, CancellationToken ct) => (await standing(source.Name, ct)).Unfinished || await shared.IsDue(ct);

    private TimeSpan UntilOpen() => NightWindow.UntilOpen(source.Politeness.Window, clock.GetUtcNow());
}
