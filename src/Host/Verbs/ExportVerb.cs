using System.CommandLine;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Export;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>export</c>: every course that is not retired, as NDJSON or CSV, in the names of the search API's answers.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "ndjson or csv", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson", "csv");
        var command = new Command("export", "Writes the catalogue to standard output") { format };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed).WithCatalogue();
            await using var services = installation.BuildServices();
            var courses = services.GetRequiredService<CatalogDump>().CoursesAsync(ct);
            await (parsed.GetRequiredValue(format) == "csv"
                ? CourseCsv.WriteAsync(courses, Console.Out, ct)
                : services.GetRequiredService<CourseNdjson>().WriteAsync(courses, Console.Out, ct));
            return ExitCode.Done;
        });
        return command;
    }
}
