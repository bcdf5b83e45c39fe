using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary>What <c>status</c> says of one source or of one run, and the watchdog's exit code.</summary>
internal static class StatusOfOne
{
    private const int RunsShown = 10;

    /// <summary>A source with its alarms and its last runs, the newest in full.</summary>
    public static async Task<int> SourceAsync(IServiceProvider services, string name, bool json, CancellationToken ct)
    {
        var watch = services.GetRequiredService<SourceWatch>();
        var known = await services.GetRequiredService<ICourseCatalog>().SourcesAsync(ct);
        var source = known.FirstOrDefault(status => status.Name == name);
        if (source is null && watch.Sources.All(watched => watched.Name != name))
        {
            string[] names = [.. known.Select(status => status.Name).Union(watch.Sources.Select(watched => watched.Name)).Order(StringComparer.Ordinal)];
            var nearest = NearestWord.Of(name, names);
            throw new RefusalException($"There is no source «{name}»{(nearest is null ? "" : $"; did you mean «{nearest}»?")} There are {string.Join(", ", names)}.");
        }

        SourceAlarm[] alarms = [.. (await watch.StandingAsync(ct)).Where(alarm => alarm.Source == name)];
        var runs = await services.GetRequiredService<RunHistory>().OfAsync(name, null, RunsShown, ct);
        if (json)
        {
            Terminals.Say(JsonSerializer.Serialize(new { source = source ?? new SourceStatus { Name = name }, alarms, runs }, Wire.Json));
            return ExitCode.Done;
        }

        Terminals.Say($"{name}: {source?.Active ?? 0} active, {source?.Missing ?? 0} missing, {source?.Retired ?? 0} retired{(source?.Paused == true ? ", paused" : "")}");
        AlarmText.Print(alarms);
        ReportTable.Print(runs);
        if (runs.Count > 0)
        {
            RunText.Print(runs[0]);
        }

        return ExitCode.Done;
    }

    /// <summary>One run in full.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, long run, bool json, CancellationToken ct)
    {
        var report = await FindAsync(services, run, ct);
        if (json)
        {
            Terminals.Say(JsonSerializer.Serialize(report, Wire.Json));
        }
        else
        {
            RunText.Print(report);
        }

        return ExitCode.Done;
    }

    /// <summary>What a held run lists, for whoever has to judge it: id, title and address, tabs between them; what is new in the catalogue begins with a plus.</summary>
    public static async Task<int> CoursesAsync(IServiceProvider services, long run, bool json, CancellationToken ct)
    {
        var report = await FindAsync(services, run, ct);
        if (report.State is not (RunState.Held or RunState.Open))
        {
            throw new RefusalException($"Run {run} of {report.Source} is {Wire.Name(report.State)}, so it lists nothing any more: its courses are in the catalogue or were dropped.");
        }

        foreach (var listed in await services.GetRequiredService<HeldRuns>().CoursesAsync(run, ct))
        {
            Terminals.Say(json
                ? JsonSerializer.Serialize(new { listed.New, listed.Course }, Wire.Json)
                : $"{(listed.New ? "+" : " ")}\t{listed.Course.Id}\t{listed.Course.Title}\t{listed.Course.Url}");
        }

        return ExitCode.Done;
    }

    /// <summary>1 where a source was not harvested completely for longer than the age, naming each.</summary>
    public static async Task<int> AgeAsync(IServiceProvider services, string written, CancellationToken ct)
    {
        var age = HarvestAge.Read(written) ?? throw new RefusalException($"--max-age {written}: write an age such as 90m, 26h or 3d.");
        var watch = services.GetRequiredService<SourceWatch>();
        var marks = services.GetRequiredService<WatchMarks>();
        var known = await services.GetRequiredService<ICourseCatalog>().SourcesAsync(ct);

        // Where no service ever ran, the first question of the watchdog is the beginning.
        await marks.RememberAsync([.. watch.Sources.Where(source => source.Enabled && known.All(status => status.Name != source.Name || !status.Paused)).Select(source => source.Name)], ct);
        var old = HarvestAge.TooOld(watch.Sources, known, await marks.SinceAsync(ct), age, services.GetRequiredService<TimeProvider>().GetUtcNow());
        foreach (var line in old)
        {
            Terminals.Say(line);
        }

        if (old.Count == 0)
        {
            Terminals.Note(watch.Sources.Any(source => source.Enabled) ? $"No enabled source is older than {written}." : "No source is enabled, so none is too old.");
        }

        return old.Count > 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
    }

    private static async Task<HarvestReport> FindAsync(IServiceProvider services, long run, CancellationToken ct) =>
        await services.GetRequiredService<RunHistory>().FindAsync(run, ct)
            ?? throw new RefusalException($"There is no run {run}. «status SOURCE» lists the runs of a source.");
}
