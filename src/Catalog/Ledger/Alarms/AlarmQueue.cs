using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The messages that are still to be told, kept until they are. One node takes from it: the one that holds the crawl role.</summary>
public sealed class AlarmQueue(LedgerStore store, TimeProvider clock)
{
    /// <summary>An alarm that still stands is told again after this time.</summary>
    public static readonly TimeSpan RepeatAfter = TimeSpan.FromDays(7);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>What is due now over a channel, oldest first. That an alarm is over is told only after it was told that it stands.</summary>
    public Task<IReadOnlyList<AlarmMessage>> DueAsync(string channel, CancellationToken ct) => store.ReadAsync<IReadOnlyList<AlarmMessage>>(
        async tx => [.. (await tx.QueryAsync<AlarmRow>(
                $"""
                select {AlarmRow.Columns}, m.id as Message, m.event as News, m.channel as Channel, m.attempts as Attempts
                from alarm_messages m join alarms a on a.id = m.alarm
                where m.channel = @channel and m.told_at is null and m.due_at <= @now and not exists (
                    select 1 from alarm_messages earlier
                    where earlier.alarm = m.alarm and earlier.channel = m.channel and earlier.id < m.id and earlier.told_at is null)
                order by m.id limit 50
                """,
                new { channel, now = Instant.Text(clock.GetUtcNow()) }))
            .Select(row => row.ToMessage())],
        ct);

    /// <summary>The message has arrived.</summary>
    public Task ToldAsync(AlarmMessage message, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var values = new { message.Id, alarm = message.Alarm.Id, now = Instant.Text(clock.GetUtcNow()) };
            await tx.ExecuteAsync("update alarms set notified_at = @now where id = @alarm", values);
            return await tx.ExecuteAsync("update alarm_messages set told_at = @now, failure = null where id = @Id", values);
        },
        ct);

    /// <summary>The message has not arrived; it is tried again after one minute, then two, four, … up to six hours, for ever.</summary>
    public Task FailedAsync(AlarmMessage message, string failure, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            "update alarm_messages set attempts = attempts + 1, due_at = @due, failure = @failure where id = @Id",
            new { message.Id, failure, due = Instant.Text(clock.GetUtcNow() + WaitAfter(message.Attempts)) }),
        ct);

    /// <summary>Queues over one channel what it does not know yet, what was last told a week ago, and what is over.</summary>
    internal static async Task FillAsync(LedgerTransaction tx, string channel, DateTimeOffset now)
    {
        var values = new { channel, now = Instant.Text(now), lately = Instant.Text(now - RepeatAfter), raised = Wire.Name(AlarmNews.Raised), cleared = Wire.Name(AlarmNews.Cleared) };
        await tx.ExecuteAsync(
            """
            insert into alarm_messages (alarm, event, channel, queued_at, due_at)
            select a.id, @raised, @channel, @now, @now from alarms a
            where a.cleared_at is null and not exists (
                select 1 from alarm_messages m where m.alarm = a.id and m.channel = @channel and (m.told_at is null or m.told_at > @lately))
            order by a.id
            """,
            values);
        await tx.ExecuteAsync(
            """
            insert into alarm_messages (alarm, event, channel, queued_at, due_at)
            select a.id, @cleared, @channel, @now, @now from alarms a
            where a.cleared_at is not null
                and exists (select 1 from alarm_messages m where m.alarm = a.id and m.channel = @channel)
                and not exists (select 1 from alarm_messages m where m.alarm = a.id and m.channel = @channel and m.event = @cleared)
            order by a.id
            """,
            values);
    }

    private static TimeSpan WaitAfter(int attempts)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempts, 16));
        return wait < LongestWait ? wait : LongestWait;
    }
}
