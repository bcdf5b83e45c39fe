using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>status</c>: the sources with their last reports, held runs, the catalogue's and the index's position, and which dictionary serves.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var deep = new Option<bool>("--deep") { Description = "Checks the catalogue's integrity as well; exit code 1 where it is broken" };
        var command = new Command("status", "Sources, held runs, positions, health") { json, deep };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed).WithCatalogue();
            await using var services = installation.BuildServices();
            var state = await ServiceState.ReadAsync(services, parsed.GetValue(deep), ct);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(state, Wire.Json));
            }
            else
            {
                Print(installation, state);
            }

            return state.Broken.Count > 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
        });
        return command;
    }

    private static void Print(Installation installation, ServiceState state)
    {
        Terminals.Data.Write(SourcesOf(installation, state));
        foreach (var held in state.Sources.SelectMany(source => source.Reports).Where(report => report.State == RunState.Held))
        {
            Terminals.Say($"Held: run {held.Run} of {held.Source}, {held.Found} found. {held.HeldBecause} (accept {held.Run} | discard {held.Run})");
        }

        foreach (var failed in state.Sources.Where(source => source.Reports is [{ State: RunState.Failed }, ..]).Select(source => source.Reports[0]))
        {
            Terminals.Say($"Failed: run {failed.Run} of {failed.Source}. {failed.Failure}");
        }

        Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Catalogue: revision {state.Catalog.Revision}, epoch {state.Catalog.Epoch}, {installation.DataFolder}"));
        Terminals.Say(state.Index is not { } index
            ? "Index: none yet; the index role builds it."
            : string.Create(CultureInfo.InvariantCulture, $"Index: {index.Engine}, {index.Figures.Courses} courses, {index.Figures.Bytes / 1024} kB, revision {index.Position.Revision}, {(index.Behind is { } behind ? $"{behind} behind" : "to be rebuilt, because the catalogue or the text analysis is another one")}"));
        foreach (var source in state.Links.Counts.GroupBy(count => count.Source))
        {
            Terminals.Say($"Links of {source.Key}: {LinkLines.Of(source)}");
        }

        if (state.Links.LastCheck is { } check)
        {
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Last link check {check.StartedAt:yyyy-MM-dd HH:mm} UTC: {LinkLines.Of(check)}. {check.Note}").TrimEnd());
        }

        Terminals.Say($"Dictionary: {state.Dictionary}");
        foreach (var problem in state.Broken)
        {
            Terminals.Say($"Broken: {problem}");
        }
    }

    private static Table SourcesOf(Installation installation, ServiceState state)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("source", "platform", "state", "active", "missing", "retired", "last run", "found", "ended");
        foreach (var name in installation.Sources.Select(source => source.Name).Union(state.Sources.Select(source => source.Name)).Order(StringComparer.Ordinal))
        {
            var definition = installation.Sources.FirstOrDefault(source => source.Name == name);
            var known = state.Sources.FirstOrDefault(source => source.Name == name);
            var last = known?.Reports.Count > 0 ? known.Reports[0] : null;
            table.AddRow(
                name,
                definition?.Platform ?? (last?.Kind == RunKind.Import ? "import" : "no file"),
                known?.Paused == true ? "paused" : definition is { Enabled: false } ? "off" : "on",
                Number(known?.Active),
                Number(known?.Missing),
                Number(known?.Retired),
                last?.StartedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "never",
                Number(last?.Found),
                last is null ? "" : Markup.Escape(last.State.ToString().ToLowerInvariant()));
        }

        return table;
    }

    private static string Number(int? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
}
