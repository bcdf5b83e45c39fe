using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Indexer.Following;

/// <summary>The steps of following a catalogue and of building a generation beside the live one. A build that was cut off is gone on with where it still fits.</summary>
internal static class Building
{
    public const int PageWhileLive = 1_000;
    public const int PageWhileBuilding = 5_000;

    /// <summary>Applies changes until there are none, and reads a page while the one before is written; false where the index stands on another catalogue or fingerprint.</summary>
    public static async Task<bool> FollowAsync(ICourseCatalog catalog, ICourseIndex index, string fingerprint, int pageSize, CancellationToken ct)
    {
        for (var page = await catalog.ChangesAfterAsync(index.Position.Revision, pageSize, ct); ;)
        {
            var after = index.Position;
            if (after != IndexPosition.Nothing && !Fits(after, page.Catalog, fingerprint))
            {
                return false;
            }

            var reached = new IndexPosition(page.Catalog.Epoch, page.Reached(after.Revision), fingerprint);
            if (page.Changes.Count == 0)
            {
                if (reached != after)
                {
                    index.Apply([], reached);
                }

                return true;
            }

            var next = Task.Run(() => catalog.ChangesAfterAsync(reached.Revision, pageSize, ct), ct);
            try
            {
                index.Apply(page.Changes, reached, ChangesOf(next));
            }
            catch
            {
                // Nobody reads on when this returns.
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            page = await next;
        }
    }

    private static async Task<IReadOnlyList<CourseChange>> ChangesOf(Task<ChangePage> page) => (await page).Changes;

    /// <summary>A new, empty generation.</summary>
    public static (string Name, ICourseIndex Index) Start(IndexFolder folder)
    {
        var name = folder.NewName();
        return (name, folder.Engine.OpenIndex(folder.PathOf(name)));
    }

    /// <summary>The generation whose building was cut off, where it stands on this catalogue and fingerprint; else a new one. Removes what is of no use.</summary>
    public static async Task<(string Name, ICourseIndex Index)> ResumeOrStartAsync(IndexFolder folder, ICourseCatalog catalog, ILogger log, CancellationToken ct)
    {
        var at = (await catalog.ChangesAfterAsync(long.MaxValue - 1, 1, ct)).Catalog;
        foreach (var name in folder.Generations().Where(name => string.CompareOrdinal(name, folder.Current) > 0).Reverse())
        {
            if (TryOpen(folder, name, log) is not { } index)
            {
                continue;
            }

            if (index.Position == IndexPosition.Nothing || Fits(index.Position, at, folder.Engine.Fingerprint))
            {
                return (name, index);
            }

            index.Dispose();
        }

        return Start(folder);
    }

    /// <summary>Opens a generation for writing; null where its file is damaged, which the log then says.</summary>
    public static ICourseIndex? TryOpen(IndexFolder folder, string name, ILogger log)
    {
        try
        {
            return folder.Engine.OpenIndex(folder.PathOf(name));
        }
        catch (DbException damaged)
        {
            log.LogWarning(damaged, "The index {Folder} cannot be read; it is built anew.", folder.PathOf(name));
            return null;
        }
    }

    public static void RemoveOthers(IndexFolder folder, IReadOnlyList<string> kept)
    {
        foreach (var name in folder.Generations().Except(kept))
        {
            folder.Remove(name);
        }
    }

    private static bool Fits(IndexPosition position, CatalogPosition catalog, string fingerprint) =>
        position.Epoch == catalog.Epoch && position.Fingerprint == fingerprint && position.Revision <= catalog.Revision;
}
