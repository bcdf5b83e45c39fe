using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What can be wrong with the harvest of a source.</summary>
[JsonConverter(typeof(WireConverter<AlarmKind>))]
public enum AlarmKind
{
    /// <summary>The last run brought nothing: it failed or found no course.</summary>
    [JsonStringEnumMemberName("nothing")] Nothing,

    /// <summary>Yield or field completeness fell, or refusals rose, against the median of the runs before, though the guard let the run pass.</summary>
    [JsonStringEnumMemberName("drift")] Drift,

    /// <summary>A complete run was due by the schedule and did not come.</summary>
    [JsonStringEnumMemberName("overdue")] Overdue,

    /// <summary>A run has waited for review for more than a day.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>Three runs in a row failed.</summary>
    [JsonStringEnumMemberName("failing")] Failing,
}

/// <summary>An alarm that stands: since when, what is wrong as a sentence, and what to do about it.</summary>
public sealed record SourceAlarm(string Source, AlarmKind Kind, DateTimeOffset Since, string Sentence, string Remedy);

/// <summary>
/// What the watch must know of a source file: whether the source is to be harvested, and when it is due next after a moment
/// (<paramref name="NextDue"/> is null where it has no schedule).
/// </summary>
public sealed record WatchedSource(string Name, bool Enabled, Func<DateTimeOffset, DateTimeOffset?>? NextDue = null);

/// <summary>What the ledger knows of a source when it is judged. Runs newest first; <paramref name="WatchedSince"/> is null where nobody has watched it yet.</summary>
public sealed record SourceFacts(WatchedSource Source, bool Paused, IReadOnlyList<HarvestReport> Runs, DateTimeOffset? LastComplete, DateTimeOffset? WatchedSince);
