namespace DcCourseIndex.Catalog.Ledger;

/// <summary>How many courses and rows were copied.</summary>
public sealed record MovedCatalogue(long Courses, long Rows, CatalogPosition Position);

/// <summary>
/// Copies a whole catalogue from one engine to the other: every row, with revisions and epoch, so that whoever follows it goes on where he was.
/// The source is read in one view and stays as it is; of the copy everything is there or nothing.
/// </summary>
public static class CatalogMove
{
    /// <summary>
    /// Throws <see cref="LedgerRefusedException"/> where there is nothing to copy, or, without <paramref name="replace"/>, something stands in the place of
    /// the copy. What is written to the source meanwhile is not in the copy. With <paramref name="newEpoch"/> followers of the copy begin anew.
    /// </summary>
    public static async Task<MovedCatalogue> CopyAsync(LedgerPlace from, LedgerPlace to, TimeProvider clock, CancellationToken ct, bool replace = false, bool newEpoch = false)
    {
        var purpose = LedgerStore.PurposeOf(from) ?? throw new LedgerRefusedException("There is no catalogue to copy.", "Name its folder with --data.");
        if (LedgerStore.PurposeOf(to) is { } other && other != purpose)
        {
            throw new LedgerRefusedException($"The other place was made for «{other}», this catalogue for «{purpose}».", "Name an empty database, or another folder with --data.");
        }

        using var source = LedgerStore.Open(from, clock, purpose);
        using var target = LedgerStore.Open(to, clock, purpose);
        if (!replace && (await target.PositionAsync(ct)).Revision > 0)
        {
            throw new LedgerRefusedException($"{target.Name} holds a catalogue already.", "Name an empty database or folder, or move that catalogue away.");
        }

        var order = await (from.Connection is null ? source : target).ReadAsync(TableOrder.OfAsync, ct);
        return await source.ReadAsync(
            reading => target.WriteAsync(
                async writing =>
                {
                    foreach (var table in order.Reverse()) await writing.ExecuteAsync($"delete from {table}");
                    var rows = 0L;
                    foreach (var table in order) rows += await CopyAsync(table, reading, writing);
                    await target.CountOnAsync(writing, order);
                    if (newEpoch) await writing.ExecuteAsync("update store set epoch = @epoch", new { epoch = Guid.NewGuid().ToString("N") });
                    return new MovedCatalogue(
                        await writing.FirstAsync<long>("select count(*) from courses where state <> 'retired'"), rows, await LedgerStore.PositionAsync(writing));
                },
                ct),
            ct);
    }

    private static async Task<long> CopyAsync(string table, LedgerTransaction reading, LedgerTransaction writing)
    {
        var (names, rows) = await reading.RowsAsync($"select * from {table}");
        var copied = 0L;
        await writing.ExecuteEachAsync(
            $"insert into {table} ({string.Join(", ", names)}) values ({string.Join(", ", names.Select((_, at) => $"@{at}"))})",
            Counted(rows));
        return copied;

        IEnumerable<object[]> Counted(IEnumerable<object[]> all)
        {
            foreach (var row in all)
            {
                copied++;
                yield return row;
            }
        }
    }
}
