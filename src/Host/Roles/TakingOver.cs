using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>
/// Goes on with what nodes left behind when they died or stopped: requests that they had taken are put back, and runs go on from their last page, in
/// the source's hours and unless it rests.
/// </summary>
public sealed class TakingOver(
    KnownSources sources, Leases leases, WorkRequests requests, SourceRuns runs, LeaseTimes times, Func<SourceDefinition, bool> mayAsk, TimeProvider clock, ILogger<TakingOver> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var going = new Dictionary<string, Task>(StringComparer.Ordinal);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(times.Length / 3, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                // A run that was ordered goes on by its order, where that is left as well.
                if (!stoppingToken.IsCancellationRequested && await requests.ReleaseAsync(WorkOrder.Verbs, stoppingToken) == 0)
                {
                    foreach (var name in await leases.AbandonedAsync(stoppingToken))
                    {
                        if (sources.FirstOrDefault(source => source.Name == name) is { } source && mayAsk(source) && !(going.TryGetValue(name, out var run) && !run.IsCompleted))
                        {
                            going[name] = GoOnAsync(source, stoppingToken);
                        }
                    }
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // Stopping: others go on.
            }
            catch (DbException away)
            {
                log.LogWarning("Whether another node left something behind cannot be seen: {Why}", away.Message);
            }
        }

        await Task.WhenAll(going.Values);
    }

    private async Task GoOnAsync(SourceDefinition source, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            if (await runs.ScheduledAsync(source, ct) is { } report)
            {
                log.LogInformation("{Source}: run {Run}, which was left behind, went on here and is {State}", source.Name, report.Run, report.State);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: others go on.
        }
#pragma warning disable CA1031 // Whatever breaks one source must not keep the others from going on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "{Source}: its run could not go on; it is tried again", source.Name);
        }
    }
}
