using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The alarms as kept events. Taking the same alarms twice raises nothing twice.</summary>
public sealed class AlarmLedger(LedgerStore store, TimeProvider clock)
{
    /// <summary>Raises what is new, clears what no longer stands, and puts what is to be told into the queue of every channel, all in one transaction.</summary>
    public Task<AlarmTurn> TakeAsync(IReadOnlyList<SourceAlarm> standing, IReadOnlyList<string> channels, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var now = clock.GetUtcNow();
            var rows = await tx.QueryAsync<AlarmRow>($"select {AlarmRow.Columns} from alarms a where a.cleared_at is null order by a.id");
            var raised = await RaiseAsync(tx, standing.Where(alarm => rows.All(row => !IsOf(row, alarm))), now);
            var cleared = await ClearAsync(tx, rows.Where(row => standing.All(alarm => !IsOf(row, alarm))), now);
            await tx.ExecuteAsync(
                "update alarms set sentence = @Sentence, remedy = @Remedy where source = @Source and kind = @kind and cleared_at is null",
                standing.Where(alarm => rows.Any(row => IsOf(row, alarm) && row.Differs(alarm)))
                    .Select(alarm => new { alarm.Sentence, alarm.Remedy, alarm.Source, kind = Wire.Name(alarm.Kind) }).ToList());
            foreach (var channel in channels)
            {
                await AlarmQueue.FillAsync(tx, channel, now);
            }

            return new AlarmTurn(raised, cleared);
        },
        ct);

    /// <summary>Alarms that stand or stood, newest first, of one source or of all.</summary>
    public Task<IReadOnlyList<AlarmEvent>> EventsAsync(string? source, int limit, CancellationToken ct) => store.ReadAsync<IReadOnlyList<AlarmEvent>>(
        async tx => [.. (await tx.QueryAsync<AlarmRow>(
                $"select {AlarmRow.Columns} from alarms a where @source is null or a.source = @source order by a.id desc limit @limit",
                new { source, limit }))
            .Select(row => row.ToEvent())],
        ct);

    private static bool IsOf(AlarmRow row, SourceAlarm alarm) => row.Source == alarm.Source && row.Kind == Wire.Name(alarm.Kind);

    private static async Task<List<AlarmEvent>> RaiseAsync(LedgerTransaction tx, IEnumerable<SourceAlarm> alarms, DateTimeOffset now)
    {
        var raised = new List<AlarmEvent>();
        foreach (var alarm in alarms)
        {
            var id = await tx.FirstAsync<long>(
                """
                insert into alarms (source, kind, since, raised_at, sentence, remedy)
                values (@Source, @kind, @since, @now, @Sentence, @Remedy) returning id
                """,
                new { alarm.Source, kind = Wire.Name(alarm.Kind), since = Instant.Text(alarm.Since), now = Instant.Text(now), alarm.Sentence, alarm.Remedy });
            raised.Add(new(id, alarm.Source, alarm.Kind, alarm.Since, now, null, alarm.Sentence, alarm.Remedy, null));
        }

        return raised;
    }

    private static async Task<List<AlarmEvent>> ClearAsync(LedgerTransaction tx, IEnumerable<AlarmRow> rows, DateTimeOffset now)
    {
        List<AlarmEvent> cleared = [.. rows.Select(row => row.ToEvent() with { ClearedAt = now })];
        await tx.ExecuteAsync("update alarms set cleared_at = @now where id = @Id", cleared.Select(alarm => new { now = Instant.Text(now), alarm.Id }).ToList());
        return cleared;
    }
}
