using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.Host.Roles;

/// <summary>At the start of the crawl role: runs that were cut off go on unless their sources rest or lie outside their hours, and in the demo every recorded portal is harvested.</summary>
public sealed class FirstHarvests(IReadOnlyList<SourceDefinition> sources, ICourseCatalog catalog, SourceRuns runs, bool everySource) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cutOff = (await catalog.SourcesAsync(stoppingToken))
            .Where(status => status.Reports.Any(report => report.State == RunState.Open && report.Kind != RunKind.Import))
            .Select(status => status.Name)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = sources.Where(source => source.Enabled && (everySource || cutOff.Contains(source.Name)));
        await Task.WhenAll(wanted.Select(source => runs.ScheduledAsync(source, stoppingToken)));
    }
}
