using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.Host.Roles;

/// <summary>At the start of the crawl role and once a day: applies what is to be forgotten, withdraws refused sources, erases what is old.</summary>
public sealed class DailyErasing(Tidying tidying, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await tidying.TidyAsync(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not done is done at the next start.
        }
    }
}
