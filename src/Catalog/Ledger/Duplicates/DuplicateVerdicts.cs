using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What a librarian says of two courses.</summary>
[JsonConverter(typeof(WireConverter<DuplicateWord>))]
public enum DuplicateWord
{
    [JsonStringEnumMemberName("join")] Join,
    [JsonStringEnumMemberName("split")] Split,
}

/// <summary>A librarian's word on two courses, the smaller id first; withdrawn where it no longer counts.</summary>
public sealed record DuplicateVerdict(long Id, DuplicateWord Word, string One, string Other, string By, DateTimeOffset At, string? WithdrawnBy, DateTimeOffset? WithdrawnAt);

/// <summary>Librarians' words on duplicates. They outlive every run, and every one can be withdrawn.</summary>
public sealed class DuplicateVerdicts(LedgerStore store, TimeProvider clock)
{
    /// <summary>
    /// Says that a course and each of the others are one, or are not. An earlier word on the same pair is withdrawn by it;
    /// saying the same again changes nothing. The courses are clustered again by the next search.
    /// </summary>
    public Task SayAsync(DuplicateWord word, string course, IReadOnlyList<string> others, string by, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            foreach (var other in others)
            {
                var pair = Pair(course, other);
                if (await tx.FirstAsync<long>("select count(*) from duplicate_verdicts where one = @One and other = @Other and withdrawn_at is null and verdict = @Word", new { pair.One, pair.Other, Word = Wire.Name(word) }) > 0)
                {
                    continue;
                }

                await WithdrawAsync(tx, pair, by);
                await tx.ExecuteAsync(
                    "insert into duplicate_verdicts (verdict, one, other, said_by, said_at) values (@word, @One, @Other, @by, @at)",
                    new { word = Wire.Name(word), pair.One, pair.Other, by, at = Instant.Text(clock.GetUtcNow()) });
            }

            return await TouchAsync(tx, [course, .. others]);
        },
        ct);

    /// <summary>Withdraws the words on a course; with <paramref name="other"/> only the one on that pair. Returns how many there were.</summary>
    public Task<int> WithdrawAsync(DuplicateWord word, string course, string? other, string by, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var rows = (await tx.QueryAsync<VerdictRow>(
                    $"{VerdictRow.Select} where withdrawn_at is null and verdict = @word and (one = @course or other = @course)",
                    new { word = Wire.Name(word), course }))
                .Where(row => other is null || row.One == other || row.Other == other)
                .ToList();
            foreach (var row in rows)
            {
                await WithdrawAsync(tx, (row.One, row.Other), by);
            }

            await TouchAsync(tx, [.. rows.SelectMany(row => new[] { row.One, row.Other })]);
            return rows.Count;
        },
        ct);

    /// <summary>All words on a course, or on all courses, withdrawn ones too, oldest first.</summary>
    public Task<IReadOnlyList<DuplicateVerdict>> ListAsync(string? course, CancellationToken ct) => store.ReadAsync<IReadOnlyList<DuplicateVerdict>>(
        async tx => [.. (await tx.QueryAsync<VerdictRow>(
                $"{VerdictRow.Select} {(course is null ? "" : "where one = @course or other = @course")} order by id", new { course }))
            .Select(row => row.ToVerdict())],
        ct);

    private Task<int> WithdrawAsync(LedgerTransaction tx, (string One, string Other) pair, string by) => tx.ExecuteAsync(
        "update duplicate_verdicts set withdrawn_by = @by, withdrawn_at = @at where one = @One and other = @Other and withdrawn_at is null",
        new { by, at = Instant.Text(clock.GetUtcNow()), pair.One, pair.Other });

    private static Task<int> TouchAsync(LedgerTransaction tx, IReadOnlyList<string> ids) =>
        tx.ExecuteAsync("update duplicate_prints set stale = 1 where course_id = @id", ids.Select(id => new { id }).ToList());

    private static (string One, string Other) Pair(string course, string other) =>
        string.CompareOrdinal(course, other) < 0 ? (course, other) : (other, course);
}

/// <summary>A verdict as its row has it.</summary>
internal sealed class VerdictRow
{
    public const string Select = """
        select id as Id, verdict as Verdict, one as One, other as Other, said_by as SaidBy, said_at as SaidAt, withdrawn_by as WithdrawnBy, withdrawn_at as WithdrawnAt
        from duplicate_verdicts
        """;

    public long Id { get; init; }
    public string Verdict { get; init; } = "";
    public string One { get; init; } = "";
    public string Other { get; init; } = "";
    public string SaidBy { get; init; } = "";
    public string SaidAt { get; init; } = "";
    public string? WithdrawnBy { get; init; }
    public string? WithdrawnAt { get; init; }

    public DuplicateVerdict ToVerdict() => new(
        Id, StoredName.Of<DuplicateWord>(Verdict), One, Other, SaidBy, Instant.Of(SaidAt), WithdrawnBy, WithdrawnAt is null ? null : Instant.Of(WithdrawnAt));
}
