using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>Follows the ledger all the time, as an index does, and remembers the newest revision that it saw of each course.</summary>
internal sealed class RevisionFollower : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);
    private readonly LedgerCatalog catalog;
    private readonly Task following;

    public RevisionFollower(LedgerCatalog catalog)
    {
        this.catalog = catalog;
        following = FollowAsync();
    }

    /// <summary>Reads to the end and fails where a course stands at a revision that was never seen.</summary>
    public async Task AssertSawAsync(IReadOnlyList<CourseChange> standing)
    {
        await end.CancelAsync();
        await following;
        Assert.All(standing, change => Assert.Equal(change.Revision, seen.GetValueOrDefault(change.Id)));
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task FollowAsync()
    {
        var reached = 0L;
        while (true)
        {
            var last = end.IsCancellationRequested;
            try
            {
                var page = await catalog.ChangesAfterAsync(reached, 50, default);
                foreach (var change in page.Changes)
                {
                    Assert.True(change.Revision > reached, $"{change.Id} has the revision {change.Revision}, and {reached} was reached.");
                    seen[change.Id] = change.Revision;
                }

                reached = page.Reached(reached);
                if (page.Changes.Count > 0)
                {
                    continue;
                }

                if (last)
                {
                    return;
                }
            }
            catch (DbException)
            {
                // The server is away; asked again.
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }
}
