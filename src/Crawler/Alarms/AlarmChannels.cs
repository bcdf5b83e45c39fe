namespace DcCourseIndex.Crawler.Alarms;

/// <summary>The channels that are set, with their secrets read from the environment.</summary>
public sealed class AlarmChannels : IDisposable
{
    private readonly WebhookChannel? webhook;

    /// <summary><paramref name="variable"/> gives an environment variable; it is asked for secrets only.</summary>
    public AlarmChannels(AlarmSettings settings, Func<string, string?> variable, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        webhook = settings.Webhook is { } address ? new(address, Secret(settings.WebhookSecret), clock) : null;
        var mail = settings.Mail.IsOn ? new MailChannel(settings.Mail, Secret(settings.Mail.Password), clock) : null;
        All = [.. new IAlarmChannel?[] { webhook, mail }.OfType<IAlarmChannel>()];

        string? Secret(string? name) => name is null ? null : variable(name);
    }

    /// <summary>Empty where alarms are only logged and shown.</summary>
    public IReadOnlyList<IAlarmChannel> All { get; }

    public void Dispose() => webhook?.Dispose();
}
