using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Takes courses that were normalised and tagged again from their kept raw listings.</summary>
public sealed class Retagging(LedgerStore store, TimeProvider clock)
{
    /// <summary>
    /// Writes the courses of a batch that exist, are not retired and differ from what stands; each takes the next revision.
    /// All in one transaction. Returns how many changed.
    /// </summary>
    public async Task<int> ApplyAsync(IReadOnlyList<(Course Course, Tagging Tagging)> batch, CancellationToken ct)
    {
        var wanted = batch
            .Select(pair => new Wanted(pair.Course.Id, CourseHash.Of(pair.Course), Json.Of(pair.Tagging), Json.Of(pair.Course)))
            .GroupBy(row => row.Id, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.Last(), StringComparer.Ordinal);
        return wanted.Count == 0 ? 0 : await store.WriteAsync(tx => WriteAsync(tx, wanted), ct);
    }

    private async Task<int> WriteAsync(LedgerTransaction tx, Dictionary<string, Wanted> wanted)
    {
        var standing = await tx.QueryByIdsAsync<Standing>(
            """
            select c.id as Id, c.hash as Hash, t.tagging as Tagging
            from courses c join course_texts t on t.id = c.id
            where c.id in @ids and c.state <> 'retired'
            """,
            wanted.Keys);
        var changed = standing
            .Where(row => row.Hash != wanted[row.Id].Hash || row.Tagging != wanted[row.Id].Tagging)
            .Select(row => wanted[row.Id])
            .OrderBy(row => row.Id, StringComparer.Ordinal)
            .ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        var first = await tx.FirstAsync<long>(
            "update counter set revision = revision + @by returning revision - @by + 1",
            new { by = (long)changed.Count });
        var at = Instant.Text(clock.GetUtcNow());
        await tx.ExecuteAsync(
            "update courses set hash = @Hash, last_changed = @at, revision = @revision where id = @Id",
            changed.Select((row, i) => new { row.Id, row.Hash, at, revision = first + i }).ToList());
        await tx.ExecuteAsync("update course_texts set tagging = @Tagging, course = @Course where id = @Id", changed);
        return changed.Count;
    }

    private sealed record Wanted(string Id, string Hash, string Tagging, string Course);

    private sealed class Standing
    {
        public string Id { get; init; } = "";
        public string Hash { get; init; } = "";
        public string Tagging { get; init; } = "";
    }
}
