using System.Data.Common;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>Answers the requests that other processes and pages leave in the catalogue for the crawl role.</summary>
public sealed class CrawlRequests(WorkRequests requests, CrawlWork work, TimeProvider clock, ILogger<CrawlRequests> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var released = false;
        var running = new List<Task>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                running.RemoveAll(task => task.IsCompleted);
                (released, var request) = await TakeAsync(released, stoppingToken);
                if (request is not null)
                {
                    running.Add(AnswerAsync(request, stoppingToken));
                    continue;
                }

                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what runs ends at its next page boundary.
        }

        await Task.WhenAll(running);
    }

    private async Task<(bool Released, WorkRequest? Request)> TakeAsync(bool released, CancellationToken ct)
    {
        try
        {
            if (!released)
            {
                await requests.ReleaseAsync(WorkOrder.Verbs, ct);
                released = true;
            }

            return (released, await requests.TakeAsync(WorkOrder.Verbs, ct));
        }
        catch (DbException away)
        {
            log.LogWarning("Requests cannot be seen: {Why} They are looked for again; where this goes on, start the server or correct catalog.connection.", away.Message);
            return (released, null);
        }
    }

    private async Task AnswerAsync(WorkRequest request, CancellationToken stopping)
    {
        log.LogInformation("Request {Request}: {Verb}", request.Id, request.Verb);
        WorkAnswer answer;
        await Task.Yield();
        try
        {
            answer = await work.DoAsync(WorkOrder.FromJson(request.Argument), new Told(requests, request.Id, clock), stopping);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            log.LogError(bug, "Request {Request} broke", request.Id);
            answer = new WorkAnswer(1, [], $"The service failed on it: {bug.Message}. See its log for request {request.Id}.");
        }

        try
        {
            await requests.AnswerAsync(request.Id, answer.ToJson(), answer.ExitCode, CancellationToken.None);
        }
        catch (DbException away)
        {
            log.LogWarning("Request {Request} is done, and its answer cannot be left in the catalogue: {Why} It is done again where a node takes it over.", request.Id, away.Message);
        }
    }

    /// <summary>Writes progress into the request, at most once a second.</summary>
    private sealed class Told(WorkRequests requests, long id, TimeProvider clock) : IProgress<HarvestProgress>
    {
        private long last = long.MinValue;

        public void Report(HarvestProgress value)
        {
            var now = clock.GetTimestamp();
            var before = Interlocked.Read(ref last);
            if ((before == long.MinValue || clock.GetElapsedTime(before, now) >= TimeSpan.FromSeconds(1))
                && Interlocked.CompareExchange(ref last, now, before) == before)
            {
                _ = requests.ProgressAsync(id, JsonSerializer.Serialize(value, Wire.Json), CancellationToken.None);
            }
        }
    }
}
