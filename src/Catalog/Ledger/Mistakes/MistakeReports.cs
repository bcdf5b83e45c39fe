using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The inbox of mistakes that readers report. Every report goes after <see cref="MonthsKept"/>, a removed one after <see cref="DaysOfTheRemoved"/>.</summary>
public sealed class MistakeReports(LedgerStore store, Forgetting forgetting, TimeProvider clock)
{
    /// <summary>New reports within an hour, from everybody together; more is no honest use.</summary>
    public const int MostAnHour = 120;

    /// <summary>Longest words, in UTF-16 units.</summary>
    public const int LongestWords = 1000;

    public const int MonthsKept = 24;

    public const int DaysOfTheRemoved = 30;

    private const string Columns = "select id as Id, course_id as CourseId, kind as Kind, words as Words, state as State, sent_at as SentAt, settled_by as SettledBy, settled_at as SettledAt from mistake_reports";

    /// <summary>Keeps a report, unless its words seem to tell who somebody is. Throws <see cref="ArgumentException"/> for words that are longer than <see cref="LongestWords"/>.</summary>
    public async Task<MistakeOutcome> SendAsync(string course, MistakeKind kind, string words, CancellationToken ct)
    {
        if (words.Length > LongestWords)
        {
            throw new ArgumentException($"A report has at most {LongestWords} characters.", nameof(words));
        }

        if (words.Length > 0 && (PersonalText.Is(words) || (await forgetting.ListAsync(ct)).NamesIn(words).Count > 0))
        {
            return MistakeOutcome.Personal;
        }

        return await store.WriteAsync(
            async tx =>
            {
                var now = clock.GetUtcNow();
                if (await tx.FirstAsync<long>("select count(*) from mistake_reports where sent_at > @since", new { since = Instant.Text(now.AddHours(-1)) }) >= MostAnHour)
                {
                    return MistakeOutcome.TooMany;
                }

                await tx.ExecuteAsync(
                    "insert into mistake_reports (course_id, kind, words, state, sent_at) values (@course, @kind, @words, 'open', @at)",
                    new { course, kind = Wire.Name(kind), words, at = Instant.Text(now) });
                return MistakeOutcome.Kept;
            },
            ct);
    }

    /// <summary>Reports in a state, newest first, those before an id where one is given.</summary>
    public Task<IReadOnlyList<MistakeReport>> ListAsync(MistakeState state, long? before, int limit, CancellationToken ct) => store.ReadAsync<IReadOnlyList<MistakeReport>>(
        async tx => [.. (await tx.QueryAsync<Row>($"{Columns} where state = @state and id < @before order by id desc limit @limit", new { state = Wire.Name(state), before = before ?? long.MaxValue, limit }))
            .Select(row => row.ToReport())],
        ct);

    /// <summary>The open reports on a course, newest first.</summary>
    public Task<IReadOnlyList<MistakeReport>> OfAsync(string course, CancellationToken ct) => store.ReadAsync<IReadOnlyList<MistakeReport>>(
        async tx => [.. (await tx.QueryAsync<Row>($"{Columns} where course_id = @course and state = 'open' order by id desc", new { course })).Select(row => row.ToReport())],
        ct);

    /// <summary>How many wait.</summary>
    public Task<long> OpenAsync(CancellationToken ct) => store.ReadAsync(tx => tx.FirstAsync<long>("select count(*) from mistake_reports where state = 'open'"), ct);

    /// <summary>Puts a report into a state, back to open too; false where there is none of that id.</summary>
    public Task<bool> SettleAsync(long id, MistakeState state, string by, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync(
            "update mistake_reports set state = @state, settled_by = @who, settled_at = @at where id = @id",
            new { id, state = Wire.Name(state), who = state == MistakeState.Open ? null : by, at = state == MistakeState.Open ? null : Instant.Text(clock.GetUtcNow()) }) > 0,
        ct);

    /// <summary>Deletes reports whose words name somebody who is to be forgotten.</summary>
    internal static async Task ForgetAsync(LedgerTransaction tx, Func<string, bool> named)
    {
        foreach (var row in (await tx.QueryAsync<Row>(Columns)).Where(row => named(row.Words)))
        {
            await tx.ExecuteAsync("delete from mistake_reports where id = @Id", row);
        }
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string CourseId { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Words { get; init; } = "";
        public string State { get; init; } = "";
        public string SentAt { get; init; } = "";
        public string? SettledBy { get; init; }
        public string? SettledAt { get; init; }

        public MistakeReport ToReport() => new(Id, CourseId, StoredName.Of<MistakeKind>(Kind), Words, StoredName.Of<MistakeState>(State), Instant.Of(SentAt))
        {
            SettledBy = SettledBy,
            SettledAt = SettledAt is null ? null : Instant.Of(SettledAt),
        };
    }
}
