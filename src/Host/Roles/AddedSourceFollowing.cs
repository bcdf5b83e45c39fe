using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DcCourseIndex.Host.Roles;

/// <summary>Lets this node know the sources that were added from the pages, or dropped there, by way of another node.</summary>
public sealed class AddedSourceFollowing(
    AddedSources added, KnownSources sources, IReadOnlyDictionary<string, ICoursePlatform> platforms, TimeProvider clock, ILogger<AddedSourceFollowing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = await added.ListAsync(ct);
        foreach (var name in known.Except(now.Select(source => source.Name)).ToList())
        {
            await sources.RemoveAsync(name);
        }

        foreach (var one in now.Where(one => !known.Contains(one.Name)))
        {
            var read = SourceFiles.Read(one.Name, one.FileText, platforms.Keys.ToHashSet(StringComparer.Ordinal));
            if (read.Sources is [var source])
            {
                await sources.AddAsync(source);
            }
            else
            {
                log.LogWarning("The source «{Source}», which was added from the pages, is left out on this node: {Why} Run the same version on all nodes, or drop it in the pages and add it anew.", one.Name, string.Join(' ', read.Problems));
            }
        }

        known = now.Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away) when (away is DbException or SchedulerException)
            {
                log.LogWarning("Whether sources were added from the pages cannot be seen, because the catalogue is away: {Why} The next look is in {Pause}; where this goes on, start the server or correct catalog.connection.", away.Message, Pause);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
