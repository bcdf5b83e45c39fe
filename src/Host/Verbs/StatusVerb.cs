using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Terminal;
using DcCourseIndex.Indexer.Following;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>status</c>: the sources with their last reports, held runs, the catalogue's and the index's position, and which dictionary serves.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        var source = new Argument<string?>("SOURCE") { Description = "Only this source, with its alarms and its last runs", Arity = ArgumentArity.ZeroOrOne };
        var run = new Option<long?>("--run") { Description = "The full report of one run", HelpName = "N" };
        var courses = new Option<bool>("--courses") { Description = "With --run: the courses that a held run lists, one a line" };
        var age = new Option<string?>("--max-age") { Description = "For watchdogs: exit code 1 where an enabled source has had no complete run for so long (90m, 26h, 3d)", HelpName = "AGE" };
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var deep = new Option<bool>("--deep") { Description = "Checks the catalogue's integrity as well; exit code 1 where it is broken" };
        var command = new Command("status", "Sources, alarms, held runs, positions, health") { source, run, courses, age, json, deep };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed).WithCatalogue();
            await using var services = installation.BuildServices();
            if (Alone(parsed.GetValue(source), parsed.GetValue(run), parsed.GetValue(courses), parsed.GetValue(age)) is { } answer)
            {
                return await answer(services, parsed.GetValue(json), ct);
            }

            var state = await ServiceState.ReadAsync(services, parsed.GetValue(deep), ct);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(state, Wire.Json));
            }
            else
            {
                Print(installation, state);
            }

            return state.Broken.Count + state.BrokenIndex.Count > 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
        });
        return command;
    }

    /// <summary>What is asked instead of the whole; null where the whole is asked.</summary>
    private static Func<IServiceProvider, bool, CancellationToken, Task<int>>? Alone(string? source, long? run, bool courses, string? age) => (source, run, age) switch
    {
        (_, null, _) when courses => throw new RefusalException("--courses belongs to --run N: it lists the courses of that run."),
        (null, null, null) => null,
        (null, { } number, null) when courses => (services, json, ct) => StatusOfOne.CoursesAsync(services, number, json, ct),
        ({ } name, null, null) => (services, json, ct) => StatusOfOne.SourceAsync(services, name, json, ct),
        (null, { } number, null) => (services, json, ct) => StatusOfOne.RunAsync(services, number, json, ct),
        (null, null, { } written) => (services, _, ct) => StatusOfOne.AgeAsync(services, written, ct),
        _ => throw new RefusalException("SOURCE, --run and --max-age are three questions; ask one at a time."),
    };

    private static void Print(Installation installation, ServiceState state)
    {
        Terminals.Data.Write(SourcesOf(installation, state));
        foreach (var held in state.Sources.SelectMany(source => source.Reports).Where(report => report.State == RunState.Held))
        {
            Terminals.Say($"Held: run {held.Run} of {held.Source}, {held.Found} found. {held.HeldBecause} (status --run {held.Run} --courses | accept {held.Run} | discard {held.Run})");
        }

        foreach (var failed in state.Sources.Where(source => source.Reports is [{ State: RunState.Failed }, ..]).Select(source => source.Reports[0]))
        {
            Terminals.Say($"Failed: run {failed.Run} of {failed.Source}. {failed.Failure}");
        }

        SayWhoWaits(installation, state);
        NodeText.Print(state);
        AlarmText.Print(state.Alarms);
        AlarmText.Print(state.Harvest);
        Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Catalogue: revision {state.Catalog.Revision}, epoch {state.Catalog.Epoch}, {installation.DataFolder}"));
        Terminals.Say(state.Index is not { } index
            ? "Index: none yet; the index role builds it."
            : string.Create(CultureInfo.InvariantCulture, $"Index: {index.Engine}, {index.Figures.Courses} courses, {index.Figures.Bytes / 1024} kB, revision {index.Position.Revision}, {(index.Behind is { } behind ? $"{behind} behind" : $"to be rebuilt by a process with the role index, because {WhyRebuilt(index)}")}"));
        foreach (var source in state.Links.Counts.Where(_ => state.Links.LastCheck is not null).GroupBy(count => count.Source))
        {
            Terminals.Say($"Links of {source.Key}: {LinkLines.Of(source)}");
        }

        if (state.Links.LastCheck is { } check)
        {
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Last link check {check.StartedAt:yyyy-MM-dd HH:mm} UTC: {LinkLines.Of(check)}. {check.Note}").TrimEnd());
        }

        Terminals.Say($"Dictionary: {state.Dictionary}");
        Terminals.Say($"Tagger: {state.Tagger}");
        foreach (var problem in state.Broken.Concat(state.BrokenIndex))
        {
            Terminals.Say($"Broken: {problem}");
        }

        if (state is { ReadThrough: true, Broken: [], BrokenIndex: [] })
        {
            Terminals.Say("Read through: every row of the catalogue and all files of the index that the engine can check are sound.");
        }
    }

    private static string WhyRebuilt(IndexStatus index) => index.Engine == index.Wanted
        ? "the catalogue or the text analysis is another one"
        : $"index.engine asks for {index.Wanted} here; was it set in the environment of the service alone?";

    private static void SayWhoWaits(Installation installation, ServiceState state)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (source, rest) in state.Sources.Where(source => source.Rest?.IsOn(now) == true).Select(source => (source, source.Rest!)))
        {
            var why = rest.AskedByPortal ? "the portal asked for it" : string.Create(CultureInfo.InvariantCulture, $"failed runs in a row: {rest.Failures}");
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Rests: {source.Name} is asked again after {rest.Until:yyyy-MM-dd HH:mm} UTC, because {why}.{(IsLastFailure(source, rest) ? "" : " " + rest.Because)}"));
        }

        foreach (var left in state.Sources.Where(source => source.Reports is [{ State: RunState.Open, Failure: not null }, ..]).Select(source => source.Reports[0]))
        {
            Terminals.Say($"Left off: run {left.Run} of {left.Source}. {left.Failure}");
        }

        if (!installation.Demo && installation.Settings.Contact is null)
        {
            Terminals.Say($"No portal is asked: «contact» in {Path.Combine(installation.ConfigFolder, SettingsFile.Name)} is empty. Write an e-mail address or web page into it.");
        }
    }

    /// <summary>Its sentence stands above already.</summary>
    private static bool IsLastFailure(SourceStatus source, SourceRest rest) => source.Reports is [{ State: RunState.Failed, Failure: { } failure }, ..] && failure == rest.Because;

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
