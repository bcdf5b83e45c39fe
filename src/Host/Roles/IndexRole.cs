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
            await requests.ReleaseAsync(Verbs, stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await requests.TakeAsync(Verbs, stoppingToken) is { } request)
                {
                    await AnswerAsync(request, stoppingToken);
                }

                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: a half-built index is thrown away at the next start, the request stays.
        }

        await following;
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
