using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Visibility;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Verbs;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Answers a librarian who has written a source file: what was found, with examples, what is missing, what to change, and what to tell the portal's owner.</summary>
internal static class CheckText
{
    private const int Examples = 3;
    private const int RefusalsShown = 10;

    /// <summary>Prints the answer and gives its exit code.</summary>
    public static int Print(SourceDefinition source, SourceLook look)
    {
        Terminals.Say($"{source.Name}: {source.Title}, platform {source.Platform}, {source.Address?.ToString() ?? "no address"}");
        Terminals.Say(Text($"{look.Fetched.Requests} request{(look.Fetched.Requests == 1 ? "" : "s")}, {look.Fetched.Bytes / 1024} kB"));
        if (look.Failure is not null) Terminals.Say($"Nothing can be harvested: {look.Failure}");
        else Found(look, source.Platform == "folder" ? "In the first file" : "On the first page of the list");
        Section("What to change", CheckAdvice.Of(source, look));
        if (look.Visibility is { } visibility) Owner(visibility);
        return look.Failure is not null || look.Refusals.Count > 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
    }

    private static void Found(SourceLook look, string where)
    {
        Terminals.Say(Text($"{where}: {look.Courses.Count} courses, {look.Refusals.Count} refused{(look.Expected is { } all ? Text($"; the portal says {all} in all") : "")}."));
        foreach (var entry in look.Courses.Take(Examples)) Example(entry);
        var missing = look.Filled.Where(field => field.Value < 1).OrderBy(field => field.Value)
            .Select(field => field.Value == 0 ? $"{field.Key} in all" : Text($"{field.Key} in {CheckAdvice.Missing(look, field.Key)} of {look.Courses.Count}")).ToList();
        Terminals.Say($"Filled in all: {Joined(look.Filled.Where(field => field.Value >= 1).Select(field => field.Key))}");
        Terminals.Say($"Missing: {Joined(missing)}");
        foreach (var refusal in look.Refusals.Take(RefusalsShown)) Terminals.Say($"Refused{(refusal.SourceId is null ? "" : " ")}{refusal.SourceId}: {refusal.Reason}");
    }

    private static void Example(HarvestEntry entry)
    {
        Terminals.Say($"  {entry.Course.Title} <{entry.Course.Url}>");
        if (entry.Tagging.Competences.Count == 0) Terminals.Say("    no digital competence");
        foreach (var competence in entry.Tagging.Competences)
        {
            Terminals.Say(Text($"    {competence.Code} ({competence.Confidence:0.00}): {string.Join(", ", competence.Evidence.Select(evidence => $"«{evidence.Text}»"))}"));
        }
    }

    private static void Owner(VisibilityReport visibility)
    {
        Section("For the portal's owner: how well the courses can be found", visibility.Lines.Select(line => $"{(line.IsGood ? "+" : "–")} {line.Subject}: {line.Sentence}"));
        Section("Titles for which people now search another word", visibility.Titles.Select(hint => $"«{hint.Title}»: «{hint.Word}», better «{hint.Current}»"));
    }

    private static void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        Terminals.Say($"{title}:");
        foreach (var line in all) Terminals.Say($"  {line}");
    }

    private static string Joined(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } joined ? joined : "nothing";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
