using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>Makes verdicts of the buttons of the desk, and gives them to those who keep all verdicts.</summary>
internal sealed class DeskVerdicts(VerdictTaking taking, VerdictLedger ledger)
{
    private const int MostAtOnce = 20;

    /// <summary>Says what a form says; the verdicts, or the sentence that says why not.</summary>
    public async Task<(IReadOnlyList<CourseVerdict> Said, string? Problem)> SayAsync(DeskForm form, string by, CancellationToken ct)
    {
        var (said, problem) = Read(form, by);
        if (problem is not null)
            return ([], problem);
        var outcomes = await taking.TakeAsync(said, wholly: true, ct);
        return outcomes.FirstOrDefault(outcome => outcome.Problem is not null) is { } wrong
            ? ([], $"{wrong.Member}: {wrong.Problem}")
            : ([.. outcomes.Select(outcome => outcome.Verdict!)], null);
    }

    /// <summary>Withdraws verdicts by their ids; those that there are.</summary>
    public async Task<IReadOnlyList<CourseVerdict>> WithdrawAsync(string ids, string by, CancellationToken ct)
    {
        var withdrawn = new List<CourseVerdict>();
        foreach (var id in Ids(ids))
            if (await ledger.WithdrawAsync(id, by, ct) is { } verdict)
                withdrawn.Add(verdict);
        return withdrawn;
    }

    /// <summary>Verdicts by ids as an address has them: «12.13».</summary>
    public async Task<IReadOnlyList<CourseVerdict>> FindAsync(string? ids, CancellationToken ct) => ids is null ? [] : await ledger.FindAsync(Ids(ids), ct);

    public static string Ids(IEnumerable<CourseVerdict> verdicts) => string.Join('.', verdicts.Select(verdict => verdict.Id));

    private static List<long> Ids(string ids) => [.. ids.Split('.').Take(MostAtOnce).Select(DeskForm.Number).Where(id => id > 0)];

    private static (IReadOnlyList<CourseVerdict> Said, string? Problem) Read(DeskForm form, string by)
    {
        var note = form["note"].Trim() is { Length: > 0 } words ? words.ReplaceLineEndings("\n") : null;
        var chosen = form["competence"];
        return form.Act switch
        {
            "confirm" => ([Of(VerdictKind.Confirm, form.About)], null),
            "reject" => ([Of(VerdictKind.Reject, form.About)], null),
            "add" => Chosen(form.About.Length > 0 ? form.About : chosen, code => [Of(VerdictKind.Add, code)]),
            "correct" => Chosen(chosen, code => [Of(VerdictKind.Reject, form.About), Of(VerdictKind.Add, code)]),
            "right" => ([Of(VerdictKind.Confirm)], null),
            "none" => ([Of(VerdictKind.Reject)], null),
            "primary" => ([Set(VerdictFields.Primary, form.About)], null),
            "level" => ([Set(VerdictFields.Level, form.About)], null),
            "hide" => ([Of(VerdictKind.Hide)], null),
            "set" => Value(form["value"].Trim()) is { } value ? ([Of(VerdictKind.Set) with { Field = form["field"], Value = value }], null) : ([], "value: this begins as JSON does and is none."),
            _ => ([], "act: no button of the desk says that."),
        };

        CourseVerdict Of(VerdictKind kind, string? competence = null) => new() { Course = form["course"], Verdict = kind, Competence = competence, Note = note, By = by };

        CourseVerdict Set(string field, string value) => Of(VerdictKind.Set) with { Field = field, Value = value.Length == 0 ? JsonSerializer.SerializeToElement<string?>(null) : JsonSerializer.SerializeToElement(value) };

        static (IReadOnlyList<CourseVerdict>, string?) Chosen(string code, Func<string, IReadOnlyList<CourseVerdict>> said) => code.Length == 0 ? ([], "competence: choose one first.") : (said(code), null);
    }

    // Lists and objects are written as answers have them; everything else is a text, and nothing is null.
    private static JsonElement? Value(string typed)
    {
        if (typed.Length == 0)
            return JsonSerializer.SerializeToElement<string?>(null);
        if (typed[0] is not ('[' or '{'))
            return JsonSerializer.SerializeToElement(typed);
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(typed);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
