using System.CommandLine;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>import FILE.ndjson --source NAME</c>: courses from a file of raw listings, one JSON object a line.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Raw listings, one JSON object a line" };
        var source = new Option<string>("--source") { Description = "Name of the source that the courses belong to", HelpName = "NAME", Required = true };
        var complete = new Option<bool>("--complete") { Description = "The file lists all courses of the source: others count as missing" };
        var begin = new Option<bool>("--new") { Description = "Begins a source of that name even where it looks like a mistyped one" };
        var command = new Command("import", "Adds and updates courses from a file") { file, source, complete, begin };
        command.SetAction((parsed, ct) => WorkVerb.RunAsync(
            Installation.Load(parsed),
            new WorkOrder(WorkOrder.Import)
            {
                File = Path.GetFullPath(parsed.GetRequiredValue(file)),
                Sources = [parsed.GetRequiredValue(source)],
                Complete = parsed.GetValue(complete),
                NewSource = parsed.GetValue(begin),
            },
            ct));
        return command;
    }
}
