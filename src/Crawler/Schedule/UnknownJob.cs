using Microsoft.Extensions.Logging;
using Quartz;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>The firing of a source that only another node knows: its configuration is another one.</summary>
internal sealed class UnknownJob(string name, ILogger log) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        log.LogWarning("{Source} was due, and this node has no such source; give all nodes the same configuration", name);
        return ValueTask.CompletedTask;
    }
}
