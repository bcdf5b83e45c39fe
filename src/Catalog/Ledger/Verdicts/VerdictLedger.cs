using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What came of one verdict: it is kept (<paramref name="IsNew"/> false: it stood already), or a sentence says why not, and of which member.</summary>
public sealed record VerdictOutcome(CourseVerdict? Verdict, bool IsNew, string? Member = null, string? Problem = null);

/// <summary>Which verdicts are asked for; null: all. <paramref name="After"/> is the id of the last one that is known.</summary>
public sealed record VerdictQuestion(string? Course = null, string? By = null, long After = 0, int Limit = 100);

/// <summary>Librarians' verdicts on courses. They outlive every run and every tagging; each one said or withdrawn gives its course the next revision in the same transaction.</summary>
public sealed class VerdictLedger(LedgerStore store, TimeProvider clock)
{
    /// <summary>
    /// Keeps verdicts that passed <see cref="VerdictCheck"/>, in their order. The same word by the same person on what it stands on already changes nothing.
    /// With <paramref name="wholly"/> one that cannot be kept keeps all others out. A given <see cref="CourseVerdict.At"/> is kept: the same person's word of the same moment is kept once.
    /// </summary>
    public async Task<IReadOnlyList<VerdictOutcome>> SayAsync(IReadOnlyList<CourseVerdict> verdicts, bool wholly, CancellationToken ct)
    {
        var outcomes = new List<VerdictOutcome>();
        try
        {
            await store.WriteAsync(
                async tx =>
                {
                    foreach (var verdict in verdicts)
                    {
                        outcomes.Add(await SayAsync(tx, verdict));
                        if (wholly && outcomes[^1].Problem is not null)
                        {
                            throw new OneIsWrongException();
                        }
                    }

                    return await RaiseAsync(tx, outcomes.Where(outcome => outcome.IsNew).Select(outcome => outcome.Verdict!.Course));
                },
                ct);
        }
        catch (OneIsWrongException)
        {
            // Nothing of it was written; the last outcome says why.
        }

        return outcomes;
    }

    /// <summary>Withdraws a verdict; it stays on record, and what stood before it counts again. The first time stands. Null where there is none of that id.</summary>
    public Task<CourseVerdict?> WithdrawAsync(long id, string by, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var withdrawn = await tx.ExecuteAsync("update course_verdicts set withdrawn_by = @by, withdrawn_at = @at where id = @id and withdrawn_at is null", new { id, by, at = Instant.Text(clock.GetUtcNow()) });
            var verdict = (await tx.FirstAsync<CourseVerdictRow>($"select {CourseVerdictRow.Columns} from course_verdicts where id = @id", new { id }))?.ToVerdict();
            await RaiseAsync(tx, withdrawn > 0 ? [verdict!.Course] : []);
            return verdict;
        },
        ct);

    /// <summary>Verdicts in the order in which they were said, withdrawn ones too.</summary>
    public Task<IReadOnlyList<CourseVerdict>> ListAsync(VerdictQuestion question, CancellationToken ct) => store.ReadAsync<IReadOnlyList<CourseVerdict>>(
        async tx => [.. (await tx.QueryAsync<CourseVerdictRow>(
            $"""
            select {CourseVerdictRow.Columns} from course_verdicts
            where id > @After {(question.Course is null ? "" : "and course_id = @Course")} {(question.By is null ? "" : "and said_by = @By")}
            order by id limit @Limit
            """,
            question)).Select(row => row.ToVerdict())],
        ct);

    /// <summary>The same newest first, those before an id where one is given; <see cref="VerdictQuestion.After"/> does not count.</summary>
    public Task<IReadOnlyList<CourseVerdict>> NewestAsync(VerdictQuestion question, long? before, CancellationToken ct) => store.ReadAsync<IReadOnlyList<CourseVerdict>>(
        async tx => [.. (await tx.QueryAsync<CourseVerdictRow>(
            $"""
            select {CourseVerdictRow.Columns} from course_verdicts
            where id < @before {(question.Course is null ? "" : "and course_id = @Course")} {(question.By is null ? "" : "and said_by = @By")}
            order by id desc limit @Limit
            """,
            new { before = before ?? long.MaxValue, question.Course, question.By, question.Limit })).Select(row => row.ToVerdict())],
        ct);

    /// <summary>Verdicts by their ids, in their order.</summary>
    public Task<IReadOnlyList<CourseVerdict>> FindAsync(IReadOnlyList<long> ids, CancellationToken ct) => store.ReadAsync<IReadOnlyList<CourseVerdict>>(
        async tx => [.. (await tx.QueryAsync<CourseVerdictRow>($"select {CourseVerdictRow.Columns} from course_verdicts where id in @ids order by id", new { ids })).Select(row => row.ToVerdict())],
        ct);

    private async Task<VerdictOutcome> SayAsync(LedgerTransaction tx, CourseVerdict said)
    {
        var at = said.At == default ? clock.GetUtcNow() : said.At;
        var earlier = said.At == default ? null : await tx.FirstAsync<CourseVerdictRow>(
            $"select {CourseVerdictRow.Columns} from course_verdicts where course_id = @Course and said_by = @By and said_at = @at and verdict = @verdict and coalesce(competence, '') = @competence and coalesce(field, '') = @field",
            new { said.Course, said.By, at = Instant.Text(at), verdict = Wire.Name(said.Verdict), competence = said.Competence ?? "", field = said.Field ?? "" });
        if (earlier is not null)
        {
            return new(earlier.ToVerdict(), IsNew: false);
        }

        if (await tx.FirstAsync<CourseRow>($"{CourseRow.Select} where c.id = @Course and c.state <> 'retired'", said) is not { } row)
        {
            return new(null, false, "course", $"the catalogue has no living course «{said.Course}».");
        }

        var standing = (await CourseVerdictRow.StandingAsync(tx, [said.Course]))[said.Course].ToList();
        var course = row.ToChange(standing.FindAll(verdict => verdict.Verdict != VerdictKind.Hide)).Course!;
        if (said is { Field: VerdictFields.Primary } && course.Tagging.Competences.All(one => one.Code != said.Value.GetString()))
        {
            return new(null, false, "value", $"«{said.Value.GetString()}» is none of the course's competences ({string.Join(", ", course.Tagging.Competences.Select(one => one.Code))}); add it first.");
        }

        if (said is { Verdict: VerdictKind.Confirm, Competence: not null } && course.Tagging.Competences.All(one => one.Code != said.Competence))
        {
            return new(null, false, "competence", $"the course does not have «{said.Competence}»; say «add».");
        }

        if (said is { Verdict: VerdictKind.Confirm, Competence: null, Value.ValueKind: JsonValueKind.Undefined })
        {
            // What the librarian saw is what is confirmed, whatever a later tagging finds.
            var codes = course.Tagging.Competences.Select(one => one.Code).OrderBy(code => code == course.Tagging.Primary ? 0 : 1);
            said = said with { Value = JsonSerializer.SerializeToElement(codes, Wire.Json) };
        }

        if (standing.FindLast(verdict => verdict.SameThing(said)) is { } last && last.By == said.By && last.SaysTheSame(said) && last.Note == said.Note && !Between(standing, last, said))
        {
            return new(last, IsNew: false);
        }

        var id = await tx.FirstAsync<long>(
            """
            insert into course_verdicts (course_id, verdict, competence, field, value, note, said_by, said_at)
            values (@Course, @verdict, @Competence, @Field, @value, @Note, @By, @at) returning id
            """,
            new { said.Course, verdict = Wire.Name(said.Verdict), said.Competence, said.Field, value = said.Value.ValueKind == JsonValueKind.Undefined ? null : said.Value.GetRawText(), said.Note, said.By, at = Instant.Text(at) });
        return new(said with { Id = id, At = at }, IsNew: true);
    }

    // A word on the whole between two on a competence makes the earlier of them past, and the reverse.
    private static bool Between(List<CourseVerdict> standing, CourseVerdict last, SaidVerdict said) =>
        said.Verdict is VerdictKind.Confirm or VerdictKind.Reject or VerdictKind.Add
        && standing.Exists(verdict => verdict.Id > last.Id && verdict.Verdict is VerdictKind.Confirm or VerdictKind.Reject or VerdictKind.Add && (verdict.Competence is null) != (said.Competence is null));

    private async Task<int> RaiseAsync(LedgerTransaction tx, IEnumerable<string> courses)
    {
        var ids = courses.Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return 0;
        }

        var first = await tx.FirstAsync<long>("update counter set revision = revision + @by returning revision - @by + 1", new { by = (long)ids.Count });
        var at = Instant.Text(clock.GetUtcNow());
        return await tx.ExecuteAsync("update courses set last_changed = @at, revision = @revision where id = @id", ids.Select((id, i) => new { id, at, revision = first + i }).ToList());
    }

    private sealed class OneIsWrongException : Exception;
}
