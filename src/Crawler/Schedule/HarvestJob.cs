using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>One scheduled run of one source: waits for the portal's night hours, then harvests. Its failure is logged and stops nothing else.</summary>
[DisallowConcurrentExecution]
internal sealed class HarvestJob(SourceDefinition source, Func<SourceDefinition, CancellationToken, Task> harvest, TimeProvider clock, ILogger log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var wait = NightWindow.UntilOpen(source.Politeness.Window, clock.GetUtcNow());
            if (wait > TimeSpan.Zero)
            {
                log.LogInformation("{Source}: its hours begin in {Wait}, the run waits", source.Name, wait);
                await Task.Delay(wait, clock, cancellationToken);
            }
            await harvest(source, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogInformation("{Source}: the run stops with the program", source.Name);
        }
#pragma warning disable CA1031 // Whatever breaks one source must not end the schedule of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "{Source}: the scheduled run broke; it is tried again at its next time", source.Name);
        }
    }
}
