using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Work;
using Spectre.Console;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Prints what came of an order: the reports as a table on standard output, refused listings and sentences on standard error.</summary>
internal static class ReportTable
{
    private const int RefusalsShown = 10;

    /// <summary>Prints the answer and gives its exit code.</summary>
    public static int Print(WorkAnswer answer)
    {
        Print(answer.Reports);
        if (answer.Retagged is { } retagged)
        {
            RetagText.Print(retagged);
        }

        if (answer.Links is { } links)
        {
            Terminals.Say(LinkLines.Of(links));
        }

        foreach (var report in answer.Reports)
        {
            PrintReasons(report);
        }

        if (answer.Message is not null)
        {
            Terminals.Note(answer.Message);
        }

        return answer.ExitCode;
    }

    /// <summary>Runs as a table alone.</summary>
    public static void Print(IReadOnlyList<HarvestReport> reports)
    {
        if (reports.Count > 0)
        {
            Terminals.Data.Write(TableOf(reports));
        }
    }

    private static Table TableOf(IReadOnlyList<HarvestReport> reports)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("source", "run", "state", "found", "new", "changed", "unchanged", "missing", "retired", "refused", "requests", "took");
        foreach (var report in reports)
        {
            table.AddRow(
                report.Source,
                Number(report.Run),
                Markup.Escape(StateOf(report)),
                Number(report.Found),
                Number(report.New),
                Number(report.Changed),
                Number(report.Unchanged),
                Number(report.Missing),
                Number(report.Retired),
                Number(report.Refused),
                Number(report.Fetched.Requests),
                report.EndedAt is { } end ? Duration(end - report.StartedAt) : "");
        }

        return table;
    }

    private static string StateOf(HarvestReport report) =>
        report.State == RunState.Open ? "stopped, goes on next time" : report.State.ToString().ToLowerInvariant();

    private static void PrintReasons(HarvestReport report)
    {
        if (report.Failure is not null)
        {
            Terminals.Note($"{report.Source}: {(report.State == RunState.Open ? "stopped" : "failed")}. {report.Failure}");
        }

        if (report.HeldBecause is not null && report.State == RunState.Held)
        {
            Terminals.Note($"{report.Source}: held. {report.HeldBecause} (accept {report.Run} | discard {report.Run})");
        }

        if (report.Reserved > 0)
        {
            Terminals.Note($"{report.Source}: {report.Reserved} listings without their texts, because the owner reserves text and data mining.");
        }

        foreach (var refusal in report.Refusals.Take(RefusalsShown))
        {
            var place = refusal.Line is { } line ? $"line {line}: " : refusal.SourceId is { } id ? $"{id}: " : "";
            Terminals.Note($"{report.Source}: refused {place}{refusal.Reason}");
        }

        foreach (var note in report.Notes.Take(RefusalsShown))
        {
            Terminals.Note($"{report.Source}: taken, but {(note.Line is { } line ? $"line {line}: " : "")}{note.Sentence}");
        }

        if (report.Noted > RefusalsShown)
        {
            Terminals.Note($"{report.Source}: {report.Noted - Math.Min(RefusalsShown, report.Notes.Count)} more such notes; «status --run {report.Run}» lists the first hundred.");
        }

        if (report.Refused > RefusalsShown)
        {
            Terminals.Note($"{report.Source}: {report.Refused - Math.Min(RefusalsShown, report.Refusals.Count)} more refused listings; the first hundred are kept in the catalogue.");
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time) => time.TotalMinutes < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");
}
