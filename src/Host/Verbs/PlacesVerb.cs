using System.CommandLine;
using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.HelpPlaces;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>places FILE.csv</c>: the hubs and libraries where people get help, in place of those of an earlier file.</summary>
internal static class PlacesVerb
{
    private const int RefusalsShown = 20;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A table of places (CSV with a header; docs/places.md)" };
        var command = new Command("places", "Replaces the list of places to get help by that of a file") { file };
        command.SetAction(async (parsed, ct) =>
        {
            var reading = await ReadAsync(Path.GetFullPath(parsed.GetRequiredValue(file)), ct);
            foreach (var refusal in reading.Refused.Take(RefusalsShown))
            {
                Terminals.Note(refusal.Reason);
            }

            if (reading.Refused.Count > RefusalsShown)
            {
                Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"{reading.Refused.Count - RefusalsShown} more rows are refused."));
            }

            if (reading.Problem is { } problem)
            {
                throw new RefusalException(problem);
            }

            await using var services = Installation.Load(parsed).BuildServices();
            await services.GetRequiredService<HelpPlaceLedger>().ReplaceAsync(reading.Places, ct);
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"{reading.Places.Count} place{(reading.Places.Count == 1 ? "" : "s")} kept, {reading.Refused.Count} row{(reading.Refused.Count == 1 ? "" : "s")} refused"));
            return reading.Refused.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFailures;
        });
        return command;
    }

    private static async Task<PlaceFileReading> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return await PlaceFile.ReadAsync(path, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path}: {failure.Message}");
        }
    }
}
