using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>A doubtful course as the queue keeps it. Competences are the codes that its doubts and assignments name.</summary>
internal sealed record DoubtfulCourse(string Id, string Source, IReadOnlyList<Doubt> Doubts, double Weight, IReadOnlySet<string> Competences);

/// <summary>Every doubtful course of the catalogue, kept in memory: each question first reads what has changed since the last one.</summary>
internal sealed class DoubtBook(ICourseCatalog catalog) : IDisposable
{
    private const int CoursesAPage = 1000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Dictionary<string, DoubtfulCourse> doubtful = new(StringComparer.Ordinal);
    private CatalogPosition reached = new("", 0);

    /// <summary>The doubtful courses as the catalogue stands now, in no order.</summary>
    public async Task<IReadOnlyList<DoubtfulCourse>> ReadAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            while (true)
            {
                var page = await catalog.ChangesAfterAsync(reached.Revision, CoursesAPage, ct);
                if (page.Catalog.Epoch != reached.Epoch && reached.Revision > 0)
                {
                    // Another catalogue, as after a restore: what was read says nothing of it.
                    doubtful.Clear();
                    reached = new(page.Catalog.Epoch, 0);
                    continue;
                }

                foreach (var change in page.Changes)
                    Take(change);
                reached = new(page.Catalog.Epoch, page.Reached(reached.Revision));
                if (page.Changes.Count < CoursesAPage)
                    return [.. doubtful.Values];
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private void Take(CourseChange change)
    {
        if (change.Course is { } known && Doubts.Of(known) is { Count: > 0 } doubts)
            doubtful[change.Id] = new(
                change.Id,
                known.Course.Source,
                doubts,
                Doubts.Together(doubts),
                known.Tagging.Competences.Select(one => one.Code).Concat(doubts.Select(doubt => doubt.Code)).ToHashSet(StringComparer.Ordinal));
        else
            doubtful.Remove(change.Id);
    }
}
