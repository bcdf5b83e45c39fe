using System.Collections.Concurrent;
using System.Data.Common;
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
    // Sources that were added from the pages come beside those that were known at the start.
    private const int PlacesForAdded = 200;

    private readonly CancellationTokenSource end = new();
    private StandaloneSchedulerFactory? factory;
    private Task? tending;

    /// <summary>Starts the clockwork and the missed runs; returns at once. Where the catalogue of several nodes does not answer it is begun as soon as it does.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (shared is null)
        {
            await BeginAsync(cancellationToken);
        }
        else
        {
            tending = TendAsync(await HasBegunAsync(cancellationToken), shared.Times.Length, end.Token);
        }
    }

    // May be called again after it failed.
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        factory ??= Factory();
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

    private async Task<bool> HasBegunAsync(CancellationToken ct)
    {
        try
        {
            await BeginAsync(ct);
            return true;
        }
        catch (Exception away) when (away is SchedulerException or DbException)
        {
            log.LogWarning("No harvest begins at its time yet, because the catalogue does not answer: {Why} It is tried again; where this goes on, start the server or correct catalog.connection", away.Message);
            return false;
        }
    }

    /// <summary>Asks running harvests to stop and waits until they have.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await end.CancelAsync();
        if (factory is not null)
        {
            await (tending ?? Task.CompletedTask);
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
        await end.CancelAsync();
        await (tending ?? Task.CompletedTask);
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        end.Dispose();
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
        // Runs wait nearly all the time, for portals and for the search for duplicates, so each source has a place of its own.
        quartz.UseDefaultThreadPool(scheduled.Count + PlacesForAdded);
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

    // A node that was started with other sources has forgotten what only this one knows; it is put back, and made up where its time has passed meanwhile.
    private async Task TendAsync(bool begun, TimeSpan pause, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!begun)
                {
                    begun = !ct.IsCancellationRequested && await HasBegunAsync(ct);
                    continue;
                }

                var scheduler = await factory!.GetScheduler(ct);
                foreach (var source in ct.IsCancellationRequested ? [] : scheduled.Values)
                {
                    if (await scheduler.GetTrigger(new TriggerKey(source.Name), ct) is null)
                    {
                        log.LogWarning("{Source}: another node took it out of the common schedule; it is put back. Give all nodes the same configuration", source.Name);
                        await PutBackAsync(scheduler, source, ct);
                    }
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                // Stopping.
            }
            catch (Exception away) when (away is SchedulerException or DbException)
            {
                log.LogWarning("Whether the common schedule is whole cannot be seen: {Why} It is looked at again in {Pause}", away.Message, pause);
            }
        }
    }

    private async Task PutBackAsync(IScheduler scheduler, SourceDefinition source, CancellationToken ct)
    {
        await StoreAsync(scheduler, source);
        if (MissedRuns.Judge([source], await lastStarts(ct), clock.GetUtcNow()).Count > 0)
        {
            await scheduler.TriggerJob(new JobKey(source.Name), ct);
        }
    }

    private IJobDetail Job(SourceDefinition source) => JobBuilder.Create<HarvestJob>().WithIdentity(source.Name).RequestRecovery(shared is not null).Build();

    // A time that passed while the process was suspended or the source still ran is made up once. Its start is by our clock as well, not by the machine's.
    private ITrigger Trigger(SourceDefinition source) => TriggerBuilder.Create(clock)
        .WithIdentity(source.Name)
        .WithSchedule(CronScheduleBuilder.Create(CronText.Expression(source.Schedule!)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
