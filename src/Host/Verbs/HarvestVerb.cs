using System.CommandLine;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>harvest [SOURCE…]</c>: one run now, with progress, and the report as a table.</summary>
internal static class HarvestVerb
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Sources to run; none: every enabled one", Arity = ArgumentArity.ZeroOrMore };
        var record = new Option<string?>("--record") { Description = "Folder to record the portal's answers into", HelpName = "DIR" };
        var full = new Option<bool>("--full") { Description = "List and read everything again, not only what changed" };
        var command = new Command("harvest", "Runs sources now and prints their reports") { sources, record, full };
        command.SetAction((parsed, ct) => WorkVerb.RunAsync(
            Installation.Load(parsed),
            new WorkOrder(WorkOrder.Harvest)
            {
                Sources = parsed.GetValue(sources) ?? [],
                Full = parsed.GetValue(full),
                Record = parsed.GetValue(record) is { } folder ? Path.GetFullPath(folder) : null,
            },
            ct));
        return command;
    }
}
