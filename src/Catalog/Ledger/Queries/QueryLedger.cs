using System.Globalization;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// What people ask of the search, for those who mend it. Texts are counted by day; a text that looks like a person's is not kept, one that was asked fewer
/// than <see cref="Few"/> times goes after a week, everything after the kept days, and the rarest first where there are too many.
/// </summary>
public sealed class QueryLedger(LedgerStore store)
{
    /// <summary>An answer that takes longer is a slow one.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(250);

    /// <summary>UTF-16 units of a text that are kept.</summary>
    public const int LongestText = 200;

    /// <summary>Rows that are kept at most: texts by days.</summary>
    public const int MostRows = 20_000;

    /// <summary>A text asked so often stays longer than <see cref="DaysOfTheRare"/> days.</summary>
    public const int Few = 3;

    public const int DaysOfTheRare = 7;

    private const string Columns = "day as Day, text as Text, asked as Asked, zero as Zero, unsure as Unsure, slow as Slow, slowest_ms as SlowestMs, found as Found, top as Top";

    /// <summary>Adds what was asked since the last time. Not to be repeated: it counts.</summary>
    public Task AddAsync(IReadOnlyList<QueryTally> asked, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync(
            """
            insert into queries (day, text, asked, zero, unsure, slow, slowest_ms, found, top)
            values (@Day, @Text, @Asked, @Zero, @Unsure, @Slow, @SlowestMs, @Found, @Top)
            on conflict (day, text) do update set asked = queries.asked + excluded.asked, zero = queries.zero + excluded.zero,
                unsure = queries.unsure + excluded.unsure, slow = queries.slow + excluded.slow,
                slowest_ms = case when excluded.slowest_ms > queries.slowest_ms then excluded.slowest_ms else queries.slowest_ms end,
                found = excluded.found, top = excluded.top
            """,
            asked.Where(tally => tally.Text.Length is > 0 and <= LongestText && !PersonalText.Is(tally.Text)).Select(Row.Of).ToList()),
        ct);

    /// <summary>Erases what is not to be kept on a day.</summary>
    /// <param name="keepDays">Days that are kept; 0 erases all.</param>
    public Task EraseAsync(DateOnly today, int keepDays, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var erased = await tx.ExecuteAsync("delete from queries where day <= @last", new { last = Day(today.AddDays(-keepDays)) });
            erased += await tx.ExecuteAsync(
                "delete from queries where day <= @week and text in (select text from queries group by text having sum(asked) < @few)",
                new { week = Day(today.AddDays(-DaysOfTheRare)), few = Few });
            var rows = await tx.FirstAsync<long>("select count(*) from queries");
            return rows <= MostRows
                ? erased
                : erased + await tx.ExecuteAsync(
                    "delete from queries where (day, text) in (select day, text from queries order by asked, day, text limit @tooMany)",
                    new { tooMany = rows - MostRows });
        },
        ct);

    /// <summary>The texts asked from a day on, first as the order says; with <see cref="QueryOrder.Zero"/> and <see cref="QueryOrder.Slow"/> only those that have it.</summary>
    public Task<IReadOnlyList<QueryFigures>> ListAsync(QueryOrder order, DateOnly since, int limit, CancellationToken ct) => store.ReadAsync<IReadOnlyList<QueryFigures>>(
        async tx =>
        {
            var texts = (await tx.QueryAsync<Row>($"select {Columns} from queries where day >= @since order by day, text", new { since = Day(since) }))
                .GroupBy(row => row.Text, StringComparer.Ordinal)
                .Select(Figures);
            return [.. (order switch
            {
                QueryOrder.Zero => texts.Where(text => text.Nothing > 0).OrderByDescending(text => text.Nothing),
                QueryOrder.Slow => texts.Where(text => text.Slow > 0).OrderByDescending(text => text.SlowestMs),
                _ => texts.OrderByDescending(text => text.Asked),
            }).ThenBy(text => text.Text, StringComparer.Ordinal).Take(limit)];
        },
        ct);

    private static QueryFigures Figures(IGrouping<string, Row> days)
    {
        var last = days.Last();
        return new(days.Key, days.Count(), days.Sum(day => day.Asked), days.Sum(day => day.Zero), days.Sum(day => day.Unsure), days.Sum(day => day.Slow), days.Max(day => day.SlowestMs), last.Found, last.Top);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Day { get; init; } = "";
        public string Text { get; init; } = "";
        public long Asked { get; init; }
        public long Zero { get; init; }
        public long Unsure { get; init; }
        public long Slow { get; init; }
        public long SlowestMs { get; init; }
        public long Found { get; init; }
        public string? Top { get; init; }

        public static Row Of(QueryTally tally) => new()
        {
            Day = QueryLedger.Day(tally.Day),
            Text = tally.Text,
            Asked = tally.Asked,
            Zero = tally.Nothing,
            Unsure = tally.Unsure,
            Slow = tally.Slow,
            SlowestMs = tally.SlowestMs,
            Found = tally.Found,
            Top = tally.Top,
        };
    }
}
