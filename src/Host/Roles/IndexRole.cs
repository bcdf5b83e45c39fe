using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Indexer.Following;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>Keeps the index up to date with the catalogue, and rebuilds it when asked.</summary>
public sealed class IndexRole(IndexFollower follower, WorkRequests requests, TimeProvider clock, ILogger<IndexRole> log) : BackgroundService
{
    /// <summary>The one request that this role takes.</summary>
    public const string Reindex = "reindex";

    private static readonly IReadOnlyList<string> Verbs = [Reindex];
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var following = follower.RunAsync(stoppingToken);
        try
        {
            var released = false;
            while (!stoppingToken.IsCancellationRequested)
            {
                released = await LookAsync(released, stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: a half-built index is thrown away at the next start, the request stays.
        }

        await following;
    }

    // A catalogue that is away for longer than anybody waits must not end the process: what is indexed is still found.
    private async Task<bool> LookAsync(bool released, CancellationToken ct)
    {
        try
        {
            if (!released)
            {
                await requests.ReleaseAsync(Verbs, ct);
            }

            if (await requests.TakeAsync(Verbs, ct) is { } request)
            {
                await AnswerAsync(request, ct);
            }

            return true;
        }
        catch (DbException away)
        {
            log.LogWarning("Whether the index is to be rebuilt cannot be seen, because the catalogue is away: {Why} Searching goes on; where this goes on too, start the server or correct catalog.connection.", away.Message);
            return false;
        }
    }

    private async Task AnswerAsync(WorkRequest request, CancellationToken stopping)
    {
        WorkAnswer answer;
        try
        {
            await follower.RebuildAsync(stopping);
            answer = new WorkAnswer(0, [], "The index is rebuilt.");
        }
        catch (IOException failure)
        {
            log.LogError(failure, "Rebuilding the index failed");
            answer = new WorkAnswer(1, [], $"The index could not be rebuilt: {failure.Message} The old one still serves.");
        }

        await requests.AnswerAsync(request.Id, answer.ToJson(), answer.ExitCode, CancellationToken.None);
    }
}
