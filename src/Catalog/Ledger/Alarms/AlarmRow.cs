namespace DcCourseIndex.Catalog.Ledger;

/// <summary>An alarm as its row has it, with the message beside it where one was asked for.</summary>
internal sealed class AlarmRow
{
    public const string Columns = """
        a.id as Id, a.source as Source, a.kind as Kind, a.since as Since, a.raised_at as RaisedAt, a.cleared_at as ClearedAt,
        a.sentence as Sentence, a.remedy as Remedy, a.notified_at as NotifiedAt
        """;

    public long Id { get; init; }
    public string Source { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Since { get; init; } = "";
    public string RaisedAt { get; init; } = "";
    public string? ClearedAt { get; init; }
    public string Sentence { get; init; } = "";
    public string Remedy { get; init; } = "";
    public string? NotifiedAt { get; init; }
    public long Message { get; init; }
    public string News { get; init; } = "";
    public string Channel { get; init; } = "";
    public int Attempts { get; init; }

    /// <summary>Whether the row says other words than the alarm does now.</summary>
    public bool Differs(SourceAlarm alarm) => Sentence != alarm.Sentence || Remedy != alarm.Remedy;

    public AlarmEvent ToEvent() => new(
        Id, Source, StoredName.Of<AlarmKind>(Kind), Instant.Of(Since), Instant.Of(RaisedAt), Of(ClearedAt), Sentence, Remedy, Of(NotifiedAt));

    public AlarmMessage ToMessage() => new(Message, StoredName.Of<AlarmNews>(News), Channel, Attempts, ToEvent());

    private static DateTimeOffset? Of(string? time) => time is null ? null : Instant.Of(time);
}
