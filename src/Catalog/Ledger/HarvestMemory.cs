using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What earlier runs of a source left for the next one: how far they had come, and the listings as they were last promoted. What a held, failed or discarded run saw is never in it.</summary>
public sealed class HarvestMemory(LedgerStore store)
{
    /// <summary>The bookmark of the newest promoted run that had the same <paramref name="scope"/> (what was asked for: address, categories); null where there is none.</summary>
    public Task<string?> BookmarkAsync(string source, string scope, CancellationToken ct) => store.ReadAsync(
        tx => tx.FirstAsync<string>(
            """
            select b.place
            from bookmarks b join runs r on r.id = b.run
            where b.source = @source and b.scope = @scope and r.state = 'promoted'
            order by b.run desc
            limit 1
            """,
            new { source, scope }),
        ct);

    /// <summary>Keeps the bookmark of a run that is about to be closed. It counts when, and only when, that run is promoted. Nothing is kept of a run that another node has by now.</summary>
    public Task KeepAsync(HarvestRun run, string scope, string place, CancellationToken ct) => store.RepeatAsync(
        async tx =>
        {
            if (!await RunFence.HoldsAsync(tx, run.Source, run.Fence))
            {
                return 0;
            }

            await tx.ExecuteAsync(
                """
                delete from bookmarks
                where source = @Source
                  and run < (select coalesce(max(b.run), 0) from bookmarks b join runs r on r.id = b.run where b.source = @Source and r.state = 'promoted')
                """,
                new { run.Source });
            return await tx.ExecuteAsync(
                """
                insert into bookmarks (run, source, scope, place) values (@Id, @Source, @scope, @place)
                on conflict (run) do update set scope = excluded.scope, place = excluded.place
                """,
                new { run.Id, run.Source, scope, place });
        },
        ct);

    /// <summary>The last promoted listings of a source by the platform's own identifiers; unknown and retired courses are left out.</summary>
    public async Task<IReadOnlyDictionary<string, RawListing>> ListingsAsync(string source, IReadOnlyCollection<string> sourceIds, CancellationToken ct)
    {
        var rows = await store.ReadAsync(
            tx => tx.QueryByIdsAsync<ListingRow>(
                """
                select c.id as Id, c.source as Source, l.raw as Raw
                from courses c join raw_listings l on l.id = c.id
                where c.id in @ids and c.state <> 'retired'
                """,
                sourceIds.Select(id => CourseId.Of(source, id)).Distinct()),
            ct);
        return rows.Select(row => Packed.ReadValue<RawListing>(row.Raw)).DistinctBy(raw => raw.Id).ToDictionary(raw => raw.Id, StringComparer.Ordinal);
    }
}
