using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A course that tagging again makes another: what stands, and what comes in its place. Verdicts on it are in neither.</summary>
public sealed record Retagged(string Id, string Title, Tagging Before, Tagging After);

/// <summary>How far a retag came: of which source (null: all), by which version of the tagger, after which course, and what it has to report so far.</summary>
public sealed record RetagPlace(string? Source, string Tagger, string After, string Report);

/// <summary>Takes courses that were normalised and tagged again from their kept raw listings.</summary>
public sealed class Retagging(LedgerStore store, TimeProvider clock)
{
    /// <summary>The courses of a batch that exist, are not retired and differ from what stands, by id. Writes nothing.</summary>
    public Task<IReadOnlyList<Retagged>> CompareAsync(IReadOnlyList<(Course Course, Tagging Tagging)> batch, CancellationToken ct)
    {
        var wanted = Wanted.Of(batch);
        return store.ReadAsync<IReadOnlyList<Retagged>>(async tx => [.. (await DifferingAsync(tx, wanted)).Select(one => one.Told())], ct);
    }

    /// <summary>
    /// Writes them; each takes the next revision. All in one transaction, and with them the place that <paramref name="place"/> makes of them, from which a retag
    /// that is cut off goes on. Where nothing differs nothing is written.
    /// </summary>
    public Task<IReadOnlyList<Retagged>> ApplyAsync(IReadOnlyList<(Course Course, Tagging Tagging)> batch, Func<IReadOnlyList<Retagged>, RetagPlace>? place, CancellationToken ct)
    {
        var wanted = Wanted.Of(batch);
        return wanted.Count == 0 ? Task.FromResult<IReadOnlyList<Retagged>>([]) : store.WriteAsync<IReadOnlyList<Retagged>>(
            async tx =>
            {
                var differing = await DifferingAsync(tx, wanted);
                if (differing.Count == 0)
                {
                    return [];
                }

                await WriteAsync(tx, differing);
                List<Retagged> told = [.. differing.Select(one => one.Told())];
                if (place is not null)
                {
                    await KeepAsync(tx, place(told));
                }

                return told;
            },
            ct);
    }

    /// <summary>Where a retag of this source by this version of the tagger was cut off; null where none was.</summary>
    public Task<RetagPlace?> PlaceAsync(string? source, string tagger, CancellationToken ct) => store.ReadAsync(
        async tx => await tx.FirstAsync<PlaceRow>("select after as After, report as Report from retag_state where source = @source and tagger = @tagger", new { source = source ?? "", tagger }) is { } row
            ? new RetagPlace(source, tagger, row.After, row.Report)
            : null,
        ct);

    /// <summary>Notes that a retag came to its end. Nothing is written where no place was kept.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        if (await store.ReadAsync(tx => tx.FirstAsync<long>("select count(*) from retag_state"), ct) > 0)
        {
            await store.WriteAsync(tx => tx.ExecuteAsync("delete from retag_state"), ct);
        }
    }

    private static async Task<List<Differing>> DifferingAsync(LedgerTransaction tx, Dictionary<string, Wanted> wanted)
    {
        var standing = await tx.QueryByIdsAsync<Standing>(
            """
            select c.id as Id, c.hash as Hash, t.tagging as Tagging
            from courses c join course_texts t on t.id = c.id
            where c.id in @ids and c.state <> 'retired'
            """,
            wanted.Keys);
        return [.. standing
            .Where(row => row.Hash != wanted[row.Id].Hash || row.Tagging != wanted[row.Id].Tagging)
            .Select(row => new Differing(row, wanted[row.Id]))
            .OrderBy(one => one.Wanted.Id, StringComparer.Ordinal)];
    }

    private async Task WriteAsync(LedgerTransaction tx, List<Differing> differing)
    {
        var first = await tx.FirstAsync<long>(
            "update counter set revision = revision + @by returning revision - @by + 1",
            new { by = (long)differing.Count });
        var at = Instant.Text(clock.GetUtcNow());
        await tx.ExecuteAsync(
            "update courses set hash = @Hash, last_changed = @at, revision = @revision where id = @Id",
            differing.Select((one, i) => new { one.Wanted.Id, one.Wanted.Hash, at, revision = first + i }).ToList());
        await tx.ExecuteAsync("update course_texts set tagging = @Tagging, course = @Course where id = @Id", differing.Select(one => one.Wanted).ToList());
    }

    private static Task<int> KeepAsync(LedgerTransaction tx, RetagPlace place) => tx.ExecuteAsync(
        """
        insert into retag_state (only_row, source, tagger, after, report) values (1, @source, @Tagger, @After, @Report)
        on conflict (only_row) do update set source = excluded.source, tagger = excluded.tagger, after = excluded.after, report = excluded.report
        """,
        new { source = place.Source ?? "", place.Tagger, place.After, place.Report });

    private sealed record Wanted(string Id, string Hash, string Tagging, string Course, string Title, Tagging Made)
    {
        public static Dictionary<string, Wanted> Of(IReadOnlyList<(Course Course, Tagging Tagging)> batch) => batch
            .Select(pair => new Wanted(pair.Course.Id, CourseHash.Of(pair.Course), Json.Of(pair.Tagging), Json.Of(pair.Course), pair.Course.Title, pair.Tagging))
            .GroupBy(row => row.Id, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.Last(), StringComparer.Ordinal);
    }

    private sealed record Differing(Standing Standing, Wanted Wanted)
    {
        public Retagged Told() => new(Wanted.Id, Wanted.Title, Json.Read<Tagging>(Standing.Tagging), Wanted.Made);
    }

    private sealed class Standing
    {
        public string Id { get; init; } = "";
        public string Hash { get; init; } = "";
        public string Tagging { get; init; } = "";
    }

    private sealed class PlaceRow
    {
        public string After { get; init; } = "";
        public string Report { get; init; } = "";
    }
}
