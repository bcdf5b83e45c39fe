using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>Finds the sources whose time came while the program was not running. Pure.</summary>
public static class MissedRuns
{
    /// <summary>
    /// Enabled, scheduled sources that were due after their last start and not later than now, each once however often they were due;
    /// a source that never ran is among them, so that a machine that is off at night harvests at all.
    /// </summary>
    public static IReadOnlyList<SourceDefinition> Judge(
        IEnumerable<SourceDefinition> sources, IReadOnlyDictionary<string, DateTimeOffset> lastStarts, DateTimeOffset now) =>
        [.. sources.Where(source => source is { Enabled: true, Schedule: { } schedule }
            && (!lastStarts.TryGetValue(source.Name, out var last) || CronText.NextAfter(schedule, last) <= now))];
}
