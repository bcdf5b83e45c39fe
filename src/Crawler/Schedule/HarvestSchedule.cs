using System.Collections.Concurrent;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>
/// Runs every enabled source at its times, never twice at once, and makes up at the start what was missed while the program was down.
/// <paramref name="harvest"/> runs one source to its end; <paramref name="lastStarts"/> tells when each source last began a run,
/// <paramref name="standing"/> whether a source rests or has a run to go on with (null: never). With <paramref name="shared"/> several nodes fire together.
/// </summary>
public sealed class HarvestSchedule(
    IReadOnlyList<SourceDefinition> sources,
    Func<SourceDefinition, CancellationToken, Task> harvest,
    Func<CancellationToken, Task<IReadOnlyDictionary<string, DateTimeOffset>>> lastStarts,
    TimeProvider clock,
    ILoggerFactory logs,
    Func<string, CancellationToken, Task<SourceStanding>>? standing = null,
    SharedClockwork? shared = null) : IHostedService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SourceDefinition> scheduled = new(sources
        .Where(source => source is { Enabled: true, Schedule: not null })
        .ToDictionary(source => source.Name));
    private readonly ILogger log = logs.CreateLogger<HarvestSchedule>();
    private StandaloneSchedulerFactory? factory;

    /// <summary>Starts the clockwork and the missed runs; returns at once.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        factory = Factory();
        var scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var source in scheduled.Values)
        {
            await StoreAsync(scheduler, source);
        }
        await ForgetOthersAsync(scheduler, cancellationToken);
        await scheduler.Start(cancellationToken);
        foreach (var missed in MissedRuns.Judge(scheduled.Values, await lastStarts(cancellationToken), clock.GetUtcNow()))
        {
            log.LogInformation("{Source}: its time passed while the program was down; the run is made up", missed.Name);
            await scheduler.TriggerJob(new JobKey(missed.Name), cancellationToken);
        }
    }

    /// <summary>Asks running harvests to stop and waits until they have.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (factory is not null)
        {
            var scheduler = await factory.GetScheduler(cancellationToken);
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    /// <summary>Runs one more source at its times from now on; nothing happens for one that has none.</summary>
    public async Task TakeAsync(SourceDefinition source)
    {
        if (source is { Enabled: true, Schedule: not null } && factory is not null && scheduled.TryAdd(source.Name, source))
        {
            await StoreAsync(await factory.GetScheduler(CancellationToken.None), source);
        }
    }

    /// <summary>Begins no more runs of a source.</summary>
    public async Task DropAsync(string name)
    {
        if (scheduled.TryRemove(name, out _) && factory is not null)
        {
            await (await factory.GetScheduler(CancellationToken.None)).DeleteJob(new JobKey(name), CancellationToken.None);
        }
    }

    /// <summary>When each scheduled source is due next.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Next() => scheduled.Values
        .Select(source => (source.Name, At: CronText.NextAfter(source.Schedule!, clock.GetUtcNow())))
        .Where(next => next.At is not null)
        .ToDictionary(next => next.Name, next => next.At!.Value);

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }
    }

    private StandaloneSchedulerFactory Factory() => QuartzSchedulerBuilder.Create(quartz =>
    {
        quartz.Services.AddSingleton(logs);
        quartz.UseTimeProvider(clock);
        if (shared is null)
        {
            quartz.UseInMemoryStore();
        }
        else
        {
            shared.Use(quartz);
        }
        // Runs wait for portals nearly all the time, so each source may have its place.
        quartz.UseDefaultThreadPool(Math.Max(1, scheduled.Count));
        quartz.UseJobFactory(new HarvestJobs(name => scheduled.TryGetValue(name, out var source) ? JobOf(source) : new UnknownJob(name, log)));
        quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
    }).Build();

    private HarvestJob JobOf(SourceDefinition source) => new(source, harvest, standing ?? ((_, _) => Task.FromResult(SourceStanding.Free)), clock, log)
    {
        Shared = shared is null ? null : new(shared.Times, async ct => MissedRuns.Judge([source], await lastStarts(ct), clock.GetUtcNow()).Count > 0),
    };

    // The other nodes have stored most of it before; what they are about to fire stays unless its times are others now.
    private async Task StoreAsync(IScheduler scheduler, SourceDefinition source)
    {
        var wanted = (ICronTrigger)Trigger(source);
        if (shared is not null
            && await scheduler.GetTrigger(wanted.Key, CancellationToken.None) is ICronTrigger stored
            && stored.CronExpressionString == wanted.CronExpressionString && stored.TimeZone.Id == wanted.TimeZone.Id)
        {
            return;
        }

        await scheduler.ScheduleJob(Job(source), wanted, ScheduleJobOptions.Replacing, CancellationToken.None);
    }

    // A source whose file has gone, or which is not enabled any more.
    private async Task ForgetOthersAsync(IScheduler scheduler, CancellationToken ct)
    {
        if (shared is not null)
        {
            var stored = await scheduler.QueryJobs(new JobQuery { Take = int.MaxValue }, ct);
            foreach (var job in stored.Items.Where(job => !scheduled.ContainsKey(job.Key.Name)))
            {
                await scheduler.DeleteJob(job.Key, ct);
            }
        }
    }

    private IJobDetail Job(SourceDefinition source) => JobBuilder.Create<HarvestJob>().WithIdentity(source.Name).RequestRecovery(shared is not null).Build();

    // A time that passed while the process was suspended or the source still ran is made up once.
    private static ITrigger Trigger(SourceDefinition source) => TriggerBuilder.Create()
        .WithIdentity(source.Name)
        .WithSchedule(CronScheduleBuilder.Create(CronText.Expression(source.Schedule!)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
