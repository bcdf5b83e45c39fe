using System.CommandLine;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>check SOURCE</c>: looks at a portal's first page of listings and says what a harvest would find; writes nothing.</summary>
internal static class CheckVerb
{
    private const int Examples = 3;

    public static Command Create()
    {
        var name = new Argument<string>("SOURCE") { Description = "Name of the source" };
        var record = new Option<string?>("--record") { Description = "Folder to record the portal's answers into", HelpName = "DIR" };
        var command = new Command("check", "Looks at a portal and says what a harvest would find") { name, record };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            var wanted = parsed.GetRequiredValue(name);
            var source = installation.Sources.FirstOrDefault(known => known.Name == wanted)
                ?? throw new RefusalException($"There is no source «{wanted}». There are {string.Join(", ", installation.Sources.Select(known => known.Name))}.");
            await using var services = installation.BuildServices();
            var folder = parsed.GetValue(record) is { } given ? Path.GetFullPath(given) : null;
            return Print(source, await services.GetRequiredService<SourceCheck>().LookAsync(source, folder, ct));
        });
        return command;
    }

    private static int Print(SourceDefinition source, SourceLook look)
    {
        Terminals.Say($"{source.Name}: {source.Title}, platform {source.Platform}, {source.Address}");
        Terminals.Say($"{look.Fetched.Requests} requests, {look.Fetched.Bytes / 1024} kB");
        if (look.Failure is not null)
        {
            Terminals.Say($"Nothing can be harvested: {look.Failure}");
            return ExitCode.DoneWithFailures;
        }

        Terminals.Say($"On the first page of the list: {look.Courses.Count} courses, {look.Refusals.Count} refused{(look.Expected is { } all ? $"; the portal says {all} in all" : "")}.");
        foreach (var entry in look.Courses.Take(Examples))
        {
            Terminals.Say($"  {entry.Course.Title} <{entry.Course.Url}>");
            Terminals.Say(entry.Tagging.Competences.Count == 0
                ? "    no digital competence"
                : "    " + string.Join("; ", entry.Tagging.Competences.Select(a => $"{a.Code} ({a.Confidence:0.00}: {string.Join(", ", a.Evidence.Select(e => $"«{e.Text}»"))})")));
        }

        Terminals.Say("Filled: " + string.Join(", ", look.Filled.Where(field => field.Value > 0).Select(field => $"{field.Key} {field.Value:P0}")));
        Terminals.Say("Missing everywhere: " + string.Join(", ", look.Filled.Where(field => field.Value == 0).Select(field => field.Key)));
        foreach (var refusal in look.Refusals.Take(10))
        {
            Terminals.Say($"Refused {refusal.SourceId}: {refusal.Reason}");
        }

        return look.Refusals.Count > 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
    }
}
