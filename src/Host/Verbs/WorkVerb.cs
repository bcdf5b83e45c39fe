using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary>Carries out the crawl role's work for a verb: here where the role is free, else by a request to the process that holds it, following its progress.</summary>
internal static class WorkVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Does the order and prints what came of it; the exit code.</summary>
    public static async Task<int> RunAsync(Installation installation, WorkOrder order, CancellationToken ct)
    {
        await using var services = installation.BuildServices();
        var clock = services.GetRequiredService<TimeProvider>();
        var (locks, _) = RoleLocks.TryTake(installation.DataFolder, [Role.Crawl], clock);
        if (locks is null)
        {
            return ReportTable.Print(await FollowAsync(services.GetRequiredService<WorkRequests>(), installation, order, clock, ct));
        }

        using (locks)
        {
            return ReportTable.Print(await ProgressBoard.ShowAsync(progress => services.GetRequiredService<CrawlWork>().DoAsync(order, progress, ct)));
        }
    }

    private static async Task<WorkAnswer> FollowAsync(WorkRequests requests, Installation installation, WorkOrder order, TimeProvider clock, CancellationToken ct)
    {
        var posted = await requests.PostAsync(order.Verb, order.ToJson(), ct);
        Terminals.Notes.WriteLine($"The role «crawl» is held by a running service; it was asked (request {posted.Id}).");
        return await ProgressBoard.ShowAsync(async progress =>
        {
            while (true)
            {
                var request = await requests.FindAsync(posted.Id, ct);
                if (request is { State: RequestState.Done, Answer: { } answer })
                {
                    return WorkAnswer.FromJson(answer);
                }

                if (request?.Progress is { } told)
                {
                    progress.Report(System.Text.Json.JsonSerializer.Deserialize<HarvestProgress>(told, Catalog.Courses.Wire.Json)!);
                }

                var (free, _) = RoleLocks.TryTake(installation.DataFolder, [Role.Crawl], clock);
                if (free is not null)
                {
                    free.Dispose();
                    return new WorkAnswer(1, [], $"The service that held the role has stopped; request {posted.Id} is kept and done when it runs again.");
                }

                await Task.Delay(Pause, clock, ct);
            }
        });
    }
}
