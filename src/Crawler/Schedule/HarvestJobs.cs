using Quartz;
using Quartz.Extensibility;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>Gives Quartz the job of a source by its name.</summary>
internal sealed class HarvestJobs(Func<string, IJob> make) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new JobScope(make(bundle.JobDetail.Key.Name), null));

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
