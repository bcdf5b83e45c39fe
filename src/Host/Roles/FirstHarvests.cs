using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>At the start of the crawl role: runs that were cut off go on unless their sources rest or lie outside their hours, and in the demo every recorded portal is harvested.</summary>
public sealed class FirstHarvests(IReadOnlyList<SourceDefinition> sources, ICourseCatalog catalog, SourceRuns runs, bool everySource, ILogger<FirstHarvests> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var cutOff = (await catalog.SourcesAsync(stoppingToken))
                .Where(status => status.Reports.Any(report => report.State == RunState.Open && report.Kind != RunKind.Import))
                .Select(status => status.Name)
                .ToHashSet(StringComparer.Ordinal);
            var wanted = sources.Where(source => source.Enabled && (everySource || cutOff.Contains(source.Name)));
            await Task.WhenAll(wanted.Select(source => GoOnAsync(source, stoppingToken)));
        }
        catch (DbException away)
        {
            log.LogWarning("What was cut off is not looked for now, because the catalogue does not answer; it goes on at the times of its sources: {Why}", away.Message);
        }
    }

    private async Task GoOnAsync(SourceDefinition source, CancellationToken ct)
    {
        await Task.Yield();
        try
        {
            await runs.ScheduledAsync(source, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopping: the run goes on at the next start.
        }
#pragma warning disable CA1031 // Whatever breaks one source must not keep the others from going on, nor end the process.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "{Source}: its run could not go on at the start; it is tried again at its next time", source.Name);
        }
    }
}
