using System.Globalization;
using DcCourseIndex.Crawler.Harvesting;
using Spectre.Console;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Prints what tagging again changed, or would change: figures, competences, examples.</summary>
internal static class RetagText
{
    private const int LongestTitle = 60;

    public static void Print(RetagReport report)
    {
        Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Courses} courses tagged again, {report.Changed} {(report.DryRun ? "would change" : "changed")}, {report.Refused} refused"));
        if (report.Resumed)
        {
            Terminals.Note("It went on where an earlier one was cut off; the figures are those of both.");
        }

        if (report.Competences.Count > 0)
        {
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Assignments} assignments {(report.DryRun ? "would change" : "changed")}:"));
            var table = new Table().Border(TableBorder.Simple).AddColumns("competence", "added", "removed", "confidence only");
            foreach (var (code, change) in report.Competences)
            {
                table.AddRow(code, Number(change.Added), Number(change.Removed), Number(change.Confidence));
            }

            Terminals.Data.Write(table);
        }

        foreach (var example in report.Examples)
        {
            Terminals.Say($"{example.Course} «{(example.Title.Length > LongestTitle ? string.Concat(example.Title.AsSpan(0, LongestTitle), "…") : example.Title)}»: {example.Before} → {example.After}");
        }

        if (report.DryRun)
        {
            Terminals.Note("Nothing was written. Verdicts of librarians hold whatever is tagged.");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
