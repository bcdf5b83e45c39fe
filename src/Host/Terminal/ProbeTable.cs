using System.Globalization;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Probing;
using Spectre.Console;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Shows what a new portal was asked and what it answered, on standard error: standard output is the file's.</summary>
internal static class ProbeTable
{
    public static void Print(ProbeReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("interface", "asked", "status", "what it is").AddColumn(new TableColumn("courses").RightAligned());
        foreach (var finding in report.Findings)
        {
            table.AddRow(
                Markup.Escape(ReferenceEquals(finding, report.Best) ? $"{finding.Interface} *" : finding.Interface),
                Markup.Escape(SafeAddress.Of(finding.Asked)),
                Markup.Escape(finding.Status),
                Markup.Escape(finding.What),
                finding.Courses?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        Terminals.Notes.Write(table);
        Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"{report.Requests} request{(report.Requests == 1 ? "" : "s")}.{(report.Best is null ? "" : " The source file takes the interface marked *.")}"));
    }
}
