using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary>Carries out the crawl role's work for a verb: here where the role is free, else by a request to the process that holds it.</summary>
internal static class WorkVerb
{
    /// <summary>Does the order and prints what came of it; the exit code.</summary>
    public static async Task<int> RunAsync(Installation installation, WorkOrder order, CancellationToken ct)
    {
        await using var services = installation.BuildServices();
        var (locks, _) = RoleLocks.TryTake(installation.DataFolder, [Role.Crawl], services.GetRequiredService<TimeProvider>());
        if (locks is null)
        {
            return ReportTable.Print(await RequestFollowing.AskAsync(services, installation, Role.Crawl, order.Verb, order.ToJson(), ct, here: order.File is not null || order.Record is not null));
        }

        using (locks)
        {
            return ReportTable.Print(await ProgressBoard.ShowAsync(progress => services.GetRequiredService<CrawlWork>().DoAsync(order, progress, ct)));
        }
    }
}
