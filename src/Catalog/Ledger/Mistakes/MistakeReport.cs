using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What a reader says is wrong with a course, in plain words; nothing of who says it.</summary>
public sealed record MistakeReport(long Id, string Course, MistakeKind Kind, string Words, MistakeState State, DateTimeOffset SentAt)
{
    /// <summary>Which desk settled it; null while it is open.</summary>
    public string? SettledBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>Which part of a course is wrong.</summary>
[JsonConverter(typeof(WireConverter<MistakeKind>))]
public enum MistakeKind
{
    [JsonStringEnumMemberName("link")] Link,
    [JsonStringEnumMemberName("competences")] Competences,
    [JsonStringEnumMemberName("level")] Level,
    [JsonStringEnumMemberName("price")] Price,
    [JsonStringEnumMemberName("text")] Text,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>How far a report is.</summary>
[JsonConverter(typeof(WireConverter<MistakeState>))]
public enum MistakeState
{
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Somebody has seen to it.</summary>
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>No report at all; goes soon.</summary>
    [JsonStringEnumMemberName("removed")] Removed,
}

/// <summary>What came of a report.</summary>
public enum MistakeOutcome
{
    Kept,

    /// <summary>The words seem to tell who somebody is.</summary>
    Personal,

    /// <summary>Too many came within the last hour.</summary>
    TooMany,
}
