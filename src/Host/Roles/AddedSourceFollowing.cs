using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

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
            if (SourceFiles.Read(one.Name, one.FileText, platforms.Keys.ToHashSet(StringComparer.Ordinal)).Sources is [var source])
            {
                await sources.AddAsync(source);
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
            catch (DbException away)
            {
                log.LogWarning("Whether sources were added cannot be seen: {Why}", away.Message);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
