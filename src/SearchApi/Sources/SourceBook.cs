using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Hosting;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>Puts together what readers may know of a source: its file, its courses, its alarms, its runs.</summary>
internal sealed class SourceBook(ICourseCatalog catalogue, SourceWatch watch, AlarmLedger alarms, RunHistory history, SearchApiSettings settings, TimeProvider clock)
{
    private const int PastAlarms = 20;

    /// <summary>Every source that ever ran or is to be harvested, by name.</summary>
    public async Task<IReadOnlyList<SourceItem>> AllAsync(CancellationToken ct)
    {
        var about = settings.Sources().ToDictionary(source => source.Name, StringComparer.Ordinal);
        var known = await catalogue.SourcesAsync(ct);
        var standing = (await watch.StandingAsync(known, ct)).ToLookup(alarm => alarm.Source, AlarmItem.Of, StringComparer.Ordinal);
        var waiting = about.Values.Where(source => source.Enabled && known.All(status => status.Name != source.Name)).Select(source => new SourceStatus { Name = source.Name });
        return
        [
            .. known.Concat(waiting).OrderBy(status => status.Name, StringComparer.Ordinal).Select(status =>
                SourceItem.Of(status, about.GetValueOrDefault(status.Name), settings.SourceTitle(status.Name), clock.GetUtcNow()) with { Alarms = [.. standing[status.Name]] }),
        ];
    }

    /// <summary>One of them, with its alarms of the past; null where there is none of that name.</summary>
    public async Task<SourceItem?> FindAsync(string name, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(source => source.Name == name) is { } item
        ? item with { AlarmHistory = [.. (await alarms.EventsAsync(name, PastAlarms, ct)).Select(PastAlarm.Of)] }
        : null;

    public Task<HarvestPulse> PulseAsync(CancellationToken ct) => watch.PulseAsync(ct);

    /// <summary>Runs newest first, in figures; the cursor is the number of the last run of the page before.</summary>
    public async Task<RunList> RunsAsync(string name, string? cursor, int limit, CancellationToken ct)
    {
        long? before = cursor is null ? null : long.Parse(cursor, CultureInfo.InvariantCulture);
        var runs = await history.OfAsync(name, before, limit + 1, ct);
        return new([.. runs.Take(limit).Select(RunReport.InList)], runs.Count > limit ? runs[limit - 1].Run.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>One run in full; null where the source has none of that number.</summary>
    public async Task<RunReport?> RunAsync(string name, string number, CancellationToken ct) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var run) && await history.FindAsync(run, ct) is { } report && report.Source == name
            ? RunReport.Of(report)
            : null;
}
