using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Takes what librarians say, from the API and from files alike: checked, without names that are to be forgotten, kept.</summary>
public sealed class VerdictTaking(VerdictCheck check, VerdictLedger ledger, Forgetting forgetting)
{
    /// <summary>
    /// Takes verdicts in their order, each signed by its <see cref="CourseVerdict.By"/>; an outcome for each, in the same order. With <paramref name="wholly"/>
    /// nothing is kept where one has a problem, and outcomes end with it or hold only problems.
    /// </summary>
    public async Task<IReadOnlyList<VerdictOutcome>> TakeAsync(IReadOnlyList<CourseVerdict> said, bool wholly, CancellationToken ct)
    {
        var forgotten = await forgetting.ListAsync(ct);
        var outcomes = said.Select(one => Checked(one, forgotten)).ToList();
        if (wholly && outcomes.Exists(outcome => outcome.Problem is not null))
        {
            return [.. outcomes.Select(outcome => outcome with { Verdict = null })];
        }

        var good = outcomes.Where(outcome => outcome.Problem is null).Select(outcome => outcome.Verdict!).ToList();
        var kept = new Queue<VerdictOutcome>(await ledger.SayAsync(good, wholly, ct));
        return [.. outcomes.Select(outcome => outcome.Problem is null && kept.TryDequeue(out var result) ? result : outcome).TakeWhile(outcome => outcome.Problem is not null || outcome.Verdict!.Id > 0)];
    }

    private VerdictOutcome Checked(CourseVerdict said, ForgottenList forgotten)
    {
        if (KeyLedger.Objection(said.By) is not null)
        {
            return new(null, false, "by", $"who says so is named in 1 to {KeyLedger.LongestName} characters on one line.");
        }

        var (verdict, member, problem) = check.Check(said);
        return problem is not null ? new(null, false, member, problem)
            : Names(forgotten, said.Value.ToString()) || Names(forgotten, said.Note) ? new(null, false, "value", "it names somebody who asked to be forgotten.")
            : new((CourseVerdict)verdict!, false);
    }

    private static bool Names(ForgottenList forgotten, string? text) => text is not null && forgotten.NamesIn(text).Count > 0;
}
