namespace DcCourseIndex.Crawler.Alarms;

/// <summary>A way to tell an operator of alarms. Tries once and at once; whoever calls keeps what did not arrive and tries again.</summary>
public interface IAlarmChannel
{
    /// <summary>The name under which messages wait for it; never changes.</summary>
    string Name { get; }

    /// <summary>Null where the note has arrived; else a sentence on why not, free of secrets. Throws only when cancelled by the caller.</summary>
    Task<string?> TellAsync(AlarmNote note, CancellationToken ct);
}
