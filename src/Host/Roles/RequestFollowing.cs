using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Roles;

/// <summary>Asks the process that holds a role to do something, and follows its progress to the answer.</summary>
internal static class RequestFollowing
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Posts the request, where it must be done <paramref name="here"/> for the service of this machine, and waits. Where the holder stops before it answers, the request stays for its next start.</summary>
    public static async Task<WorkAnswer> AskAsync(IServiceProvider services, Installation installation, Role role, string verb, string argument, CancellationToken ct, bool here = false)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var requests = services.GetRequiredService<WorkRequests>();
        var posted = await requests.PostAsync(verb, argument, ct, here);
        Terminals.Note($"The role «{Wire.Name(role)}» is held by a running service; it was asked (request {posted.Id}).");
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
                    progress.Report(JsonSerializer.Deserialize<HarvestProgress>(told, Wire.Json)!);
                }

                if (IsFree(installation, role, clock))
                {
                    return new WorkAnswer(1, [], $"The service that held the role has stopped; request {posted.Id} is kept and done when it runs again.");
                }

                await Task.Delay(Pause, clock, ct);
            }
        });
    }

    private static bool IsFree(Installation installation, Role role, TimeProvider clock)
    {
        var (free, _) = RoleLocks.TryTake(installation.DataFolder, [role], clock);
        free?.Dispose();
        return free is not null;
    }
}
