using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>An alarm as the ledger keeps it: raised, and over where <paramref name="ClearedAt"/> is set; <paramref name="NotifiedAt"/> is when somebody was last told of it.</summary>
public sealed record AlarmEvent(
    long Id, string Source, AlarmKind Kind, DateTimeOffset Since, DateTimeOffset RaisedAt, DateTimeOffset? ClearedAt, string Sentence, string Remedy, DateTimeOffset? NotifiedAt);

/// <summary>What is told of an alarm.</summary>
[JsonConverter(typeof(WireConverter<AlarmNews>))]
public enum AlarmNews
{
    [JsonStringEnumMemberName("raised")] Raised,
    [JsonStringEnumMemberName("cleared")] Cleared,

    /// <summary>Nothing happened: an operator tries the way.</summary>
    [JsonStringEnumMemberName("test")] Test,
}

/// <summary>A message on its way: what is told of which alarm over which channel, and how often that was tried in vain.</summary>
public sealed record AlarmMessage(long Id, AlarmNews News, string Channel, int Attempts, AlarmEvent Alarm);

/// <summary>What a look at all sources changed.</summary>
public sealed record AlarmTurn(IReadOnlyList<AlarmEvent> Raised, IReadOnlyList<AlarmEvent> Cleared);
