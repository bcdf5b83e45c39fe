using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Schedule;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Lets the nightly link check run at its time; one that was missed or cut off while the program was down is made up at the start.</summary>
public sealed class LinkSchedule(LinkCheck check, LinkReports reports, LinkSettings settings, TimeProvider clock, ILogger<LinkSchedule> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.PerNight == 0)
        {
            log.LogInformation("Links are not checked by themselves: links.perNight is 0");
            return;
        }

        try
        {
            // A catalogue that was never checked waits for its first night.
            var last = await reports.LastAsync(scheduled: true, stoppingToken);
            var due = last switch
            {
                null => CronText.NextAfter(settings.Schedule, clock.GetUtcNow()),
                { EndedAt: null } => clock.GetUtcNow(),
                _ => CronText.NextAfter(settings.Schedule, last.StartedAt),
            };
            while (due is { } at)
            {
                var wait = at - clock.GetUtcNow();
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, stoppingToken);
                // Another node may have been first.
                if (await reports.LastAsync(scheduled: true, stoppingToken) is not { EndedAt: not null } done || CronText.NextAfter(settings.Schedule, done.StartedAt) <= clock.GetUtcNow())
                {
                    await RunAsync(stoppingToken);
                }

                due = CronText.NextAfter(settings.Schedule, clock.GetUtcNow());
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what the check had found is kept, the rest stays due.
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            if (await check.NightAsync(stopping) is null)
            {
                log.LogInformation("A link check by hand is going on; the night's check is left out");
            }
        }
#pragma warning disable CA1031 // A broken check must not end the checks of the nights to come, nor the service.
        catch (Exception bug) when (bug is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(bug, "The link check broke; it is tried again at its next time");
        }
    }
}
