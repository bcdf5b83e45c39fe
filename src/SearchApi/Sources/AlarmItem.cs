using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Sources;

/// <summary>An alarm that stands: what is wrong since when, and what an operator can do.</summary>
internal sealed record AlarmItem(AlarmKind Kind, DateTimeOffset Since, string Sentence, string Remedy)
{
    public static AlarmItem Of(SourceAlarm alarm) => new(alarm.Kind, alarm.Since, alarm.Sentence, alarm.Remedy);
}

/// <summary>An alarm of the past; not cleared while it stands.</summary>
internal sealed record PastAlarm(AlarmKind Kind, DateTimeOffset RaisedAt, DateTimeOffset? ClearedAt, string Sentence)
{
    public static PastAlarm Of(AlarmEvent alarm) => new(alarm.Kind, alarm.RaisedAt, alarm.ClearedAt, alarm.Sentence);
}
