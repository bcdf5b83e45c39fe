using System.Data.Common;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>At the start of the crawl role and once a day: applies what is to be forgotten, withdraws refused sources, erases what is old.</summary>
public sealed class DailyErasing(Tidying tidying, TimeProvider clock, ILogger<DailyErasing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(await TidiedAsync(stoppingToken) ? Pause : Again, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not done is done at the next start.
        }
    }

    // A catalogue that is away when the day is over must not end the process.
    private async Task<bool> TidiedAsync(CancellationToken ct)
    {
        try
        {
            await tidying.TidyAsync(ct);
            return true;
        }
        catch (DbException away)
        {
            log.LogWarning("What is to be erased stays for now, because the catalogue is away: {Why} It is tried again in {Again}", away.Message, Again);
            return false;
        }
    }
}
