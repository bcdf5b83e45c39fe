using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Alarms;

/// <summary>
/// What a receiver is told, the same in JSON and in mail. <paramref name="Id"/> names the message: one that arrives twice has it twice.
/// Times are UTC; <paramref name="Link"/> is null where the service does not know its public address.
/// </summary>
public sealed record AlarmNote(
    string Id, AlarmNews Event, string Source, AlarmKind Kind, DateTimeOffset Since, string Sentence, string Remedy, Uri? Link, DateTimeOffset At)
{
    /// <summary>The note of a queued message.</summary>
    public static AlarmNote Of(AlarmMessage message, Uri? publicAddress, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(message);
        var alarm = message.Alarm;
        return new(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"alarm-{alarm.Id}-{message.Id}"),
            message.News, alarm.Source, alarm.Kind, alarm.Since, alarm.Sentence, alarm.Remedy,
            publicAddress is null ? null : new Uri(publicAddress, $"/sources/{alarm.Source}"), at);
    }

    /// <summary>A note by which an operator tries the way; it says that it is none.</summary>
    public static AlarmNote Trial(Uri? publicAddress, DateTimeOffset at) => new(
        "test", AlarmNews.Test, "test", AlarmKind.Nothing, at, "This is a test: no source is in trouble.", "Nothing needs to be done.",
        publicAddress is null ? null : new Uri(publicAddress, "/sources"), at);
}
