using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A librarian's verdict on a course as its row has it.</summary>
internal sealed class CourseVerdictRow
{
    public const string Columns =
        "id as Id, course_id as CourseId, verdict as Verdict, competence as Competence, field as Field, value as Value, note as Note, said_by as SaidBy, said_at as SaidAt, withdrawn_by as WithdrawnBy, withdrawn_at as WithdrawnAt";

    public long Id { get; init; }
    public string CourseId { get; init; } = "";
    public string Verdict { get; init; } = "";
    public string? Competence { get; init; }
    public string? Field { get; init; }
    public string? Value { get; init; }
    public string? Note { get; init; }
    public string SaidBy { get; init; } = "";
    public string SaidAt { get; init; } = "";
    public string? WithdrawnBy { get; init; }
    public string? WithdrawnAt { get; init; }

    /// <summary>The verdicts that stand on courses, by course, in the order in which they were said.</summary>
    public static async Task<ILookup<string, CourseVerdict>> StandingAsync(LedgerTransaction tx, IEnumerable<string> courses)
    {
        // Most installations have few verdicts, and most pages none.
        var any = await tx.FirstAsync<long>("select coalesce(max(id), 0) from course_verdicts");
        var rows = any == 0 ? [] : await tx.QueryByIdsAsync<CourseVerdictRow>($"select {Columns} from course_verdicts where course_id in @ids and withdrawn_at is null order by id", courses);
        return rows.ToLookup(row => row.CourseId, row => row.ToVerdict(), StringComparer.Ordinal);
    }

    /// <summary>All verdicts that stand, by course, in the order in which they were said.</summary>
    public static async Task<ILookup<string, CourseVerdict>> StandingAsync(LedgerTransaction tx) =>
        (await tx.QueryAsync<CourseVerdictRow>($"select {Columns} from course_verdicts where withdrawn_at is null order by id")).ToLookup(row => row.CourseId, row => row.ToVerdict(), StringComparer.Ordinal);

    public CourseVerdict ToVerdict() => new()
    {
        Id = Id,
        Course = CourseId,
        Verdict = StoredName.Of<VerdictKind>(Verdict),
        Competence = Competence,
        Field = Field,
        Value = Value is null ? default : JsonSerializer.Deserialize<JsonElement>(Value),
        Note = Note,
        By = SaidBy,
        At = Instant.Of(SaidAt),
        WithdrawnBy = WithdrawnBy,
        WithdrawnAt = WithdrawnAt is null ? null : Instant.Of(WithdrawnAt),
    };
}
