using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Sources;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>A run in words.</summary>
internal static class RunWords
{
    /// <summary>The language of sentences that only exist in English, where the page speaks another.</summary>
    public static string? English(PageTexts texts) => texts.Lang == "en" ? null : "en";

    public static string Took(PageTexts texts, RunReport run) => run.DurationMs is { } ms ? texts.Time(TimeSpan.FromMilliseconds(ms)) : "–";

    /// <summary>Why a run was held or failed: in the page's language, and the sentence itself.</summary>
    public static IEnumerable<(string What, string Words)> Trouble(PageTexts texts, RunReport run)
    {
        if (run.HeldBecause is { } held)
            yield return (texts["run.held"], held);
        if (run.Failure is { } failure)
            yield return (texts["run.failure"], failure);
    }

    /// <summary>Every figure of the report with its name.</summary>
    public static IEnumerable<(string Term, string Words)> Figures(PageTexts texts, RunReport run)
    {
        yield return (texts["run.kind"], texts[$"runKind.{Wire.Name(run.Kind)}"] + (run.End is { } end ? $", {texts[$"runEnd.{Wire.Name(end)}"]}" : ""));
        if (run.Node is { } node)
            yield return (texts["run.node"], node);
        yield return (texts["run.took"], Took(texts, run));
        yield return (texts["run.found"], texts.Number(run.Found));
        yield return (texts["run.new"], texts.Number(run.New));
        yield return (texts["run.changed"], texts.Fill("run.changedReturned", texts.Number(run.Changed), texts.Number(run.Returned)));
        yield return (texts["run.unchanged"], texts.Number(run.Unchanged));
        yield return (texts["run.missing"], texts.Number(run.Missing));
        yield return (texts["run.retired"], texts.Number(run.Retired));
        yield return (texts["run.refused"], texts.Number(run.Refused));
        if (run.Noted > 0)
            yield return (texts["run.noted"], texts.Number(run.Noted));
        if (run.Reserved > 0)
            yield return (texts["run.reserved"], texts.Number(run.Reserved));
        if (run.Requests == 0)
            yield break;
        yield return (texts["run.requests"], texts.Number(run.Requests));
        yield return (texts["run.notModified"], $"{texts.Number(run.NotModified)} ({texts.Percent((double)run.NotModified / run.Requests)})");
        yield return (texts["run.bytes"], texts.Fill("run.kilobytes", texts.Number((run.Bytes + 1023) / 1024)));
        yield return (texts["run.waited"], texts.Time(TimeSpan.FromMilliseconds(run.WaitedMs)));
        if (run.Slowest is { } slowest)
            yield return (texts["run.slowest"], $"{texts.Time(TimeSpan.FromMilliseconds(slowest.Milliseconds))}, {slowest.Address}");
    }

    /// <summary>Where a refused listing stands.</summary>
    public static string Place(PageTexts texts, Refusal refusal) =>
        string.Join(", ", new[] { refusal.Line is { } line ? texts.Fill("run.line", line) : null, refusal.SourceId, refusal.SourceId is null ? refusal.Address : null }.OfType<string>()) is { Length: > 0 } place
            ? place
            : refusal.Reason;
}
