using System.CommandLine;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Export;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>export</c>: every course that is not retired, as NDJSON or CSV, in the names of the search API's answers; or as labelled data, what librarians have judged.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "ndjson, csv, or labelled: what librarians have judged, to measure and train the tagger (whole texts; not to be passed on)", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson", "csv", "labelled");
        var command = new Command("export", "Writes the catalogue to standard output") { format };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed).WithCatalogue();
            await using var services = installation.BuildServices();
            if (parsed.GetRequiredValue(format) == "labelled")
            {
                await foreach (var labelled in services.GetRequiredService<LabelledDump>().CoursesAsync(ct))
                {
                    await Console.Out.WriteLineAsync(labelled.ToLine().AsMemory(), ct);
                }

                return ExitCode.Done;
            }

            var courses = services.GetRequiredService<CatalogDump>().CoursesAsync(ct);
            await (parsed.GetRequiredValue(format) == "csv"
                ? CourseCsv.WriteAsync(courses, Console.Out, ct)
                : services.GetRequiredService<CourseNdjson>().WriteAsync(courses, Console.Out, ct));
            return ExitCode.Done;
        });
        return command;
    }
}
