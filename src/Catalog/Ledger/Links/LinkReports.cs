using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Keeps the reports of link checks, and counts the classes of all courses.</summary>
public sealed class LinkReports(LedgerStore store, TimeProvider clock)
{
    private const string Columns =
        "id as Id, started_at as StartedAt, ended_at as EndedAt, by_hand as ByHand, checked as Checked, requests as Requests, changed as Changed, remaining as Remaining, classes as Classes, note as Note";

    /// <summary>Opens the report of a check that begins now, or goes on with the scheduled one that was cut off.</summary>
    public Task<LinkReport> OpenAsync(bool byHand, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var open = byHand ? null : await tx.FirstAsync<Row>($"select {Columns} from link_checks where ended_at is null and by_hand = 0 order by id desc limit 1");
            return (open ?? await tx.FirstAsync<Row>(
                $"insert into link_checks (started_at, by_hand) values (@at, @byHand) returning {Columns}",
                new { at = Instant.Text(clock.GetUtcNow()), byHand = byHand ? 1 : 0 }))!.ToReport();
        },
        ct);

    /// <summary>Writes down how far a check is.</summary>
    public Task SaveAsync(LinkReport report, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            """
            update link_checks set ended_at = @ended, checked = @Checked, requests = @Requests, changed = @Changed, remaining = @Remaining, classes = @classes, note = @Note
            where id = @Id
            """,
            new
            {
                report.Id,
                ended = report.EndedAt is { } end ? Instant.Text(end) : null,
                report.Checked,
                report.Requests,
                report.Changed,
                report.Remaining,
                classes = Json.Of(report.Classes),
                report.Note,
            }),
        ct);

    /// <summary>The newest report, of the schedule alone where asked; null where none was ever made.</summary>
    public Task<LinkReport?> LastAsync(bool scheduled, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<Row>($"select {Columns} from link_checks {(scheduled ? "where by_hand = 0" : "")} order by id desc limit 1"))?.ToReport(),
        ct);

    /// <summary>How many courses of each source are in each class; retired ones are left out.</summary>
    public Task<IReadOnlyList<LinkCount>> CountsAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<LinkCount>>(
        async tx =>
        [
            .. (await tx.QueryAsync<Count>(
                "select source as Source, link as Class, count(*) as Courses from courses where state <> 'retired' group by source, link order by source, link"))
                .Select(row => new LinkCount(row.Source, StoredName.Of<LinkHealth>(row.Class), row.Courses)),
        ],
        ct);

    private sealed class Row
    {
        public long Id { get; init; }
        public string StartedAt { get; init; } = "";
        public string? EndedAt { get; init; }
        public long ByHand { get; init; }
        public int Checked { get; init; }
        public long Requests { get; init; }
        public int Changed { get; init; }
        public int Remaining { get; init; }
        public string Classes { get; init; } = "";
        public string? Note { get; init; }

        public LinkReport ToReport() => new()
        {
            Id = Id,
            StartedAt = Instant.Of(StartedAt),
            EndedAt = EndedAt is null ? null : Instant.Of(EndedAt),
            ByHand = ByHand == 1,
            Checked = Checked,
            Requests = Requests,
            Changed = Changed,
            Remaining = Remaining,
            Classes = Json.Read<Dictionary<string, int>>(Classes),
            Note = Note,
        };
    }

    private sealed class Count
    {
        public string Source { get; init; } = "";
        public string Class { get; init; } = "";
        public int Courses { get; init; }
    }
}
