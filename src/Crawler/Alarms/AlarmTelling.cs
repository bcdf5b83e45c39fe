using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Alarms;

/// <summary>Takes what is due out of the queue and tells it. What does not arrive stays in the queue.</summary>
public sealed class AlarmTelling(AlarmQueue queue, AlarmChannels channels, Uri? publicAddress, TimeProvider clock, ILogger<AlarmTelling> log)
{
    /// <summary>One round over all channels; a channel that fails is left alone until the next.</summary>
    public async Task TellAsync(CancellationToken ct)
    {
        foreach (var channel in channels.All)
        {
            await TellAsync(channel, ct);
        }
    }

    private async Task TellAsync(IAlarmChannel channel, CancellationToken ct)
    {
        while (await queue.DueAsync(channel.Name, ct) is { Count: > 0 } due)
        {
            foreach (var message in due)
            {
                if (await channel.TellAsync(AlarmNote.Of(message, publicAddress, clock.GetUtcNow()), ct) is { } failure)
                {
                    log.LogWarning("Alarm {Alarm} could not be told over {Channel}, try {Attempt}: {Failure} It is kept and tried again.", message.Alarm.Id, channel.Name, message.Attempts + 1, failure);
                    await queue.FailedAsync(message, failure, ct);
                    return;
                }

                // It has arrived, so that must be noted even when the program is stopping.
                await queue.ToldAsync(message, CancellationToken.None);
            }
        }
    }
}
