namespace DcCourseIndex.Crawler.Alarms;

/// <summary>Whom alarms are told. Secrets stand here only by the name of the environment variable that holds them.</summary>
public sealed record AlarmSettings
{
    /// <summary>Where alarms are posted: https, or http on this very machine; null: nowhere. The address itself may be a secret and is never shown whole.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Variable with the key of the signature; null: unsigned.</summary>
    public string? WebhookSecret { get; init; }

    public MailSettings Mail { get; init; } = new();
}

/// <summary>How alarms are sent as mail; nothing is sent while <see cref="To"/> is empty.</summary>
public sealed record MailSettings
{
    public IReadOnlyList<string> To { get; init; } = [];
    public string? From { get; init; }
    public string? Server { get; init; }

    /// <summary>Default 587, the port for submission with STARTTLS (RFC 6409 §3.1).</summary>
    public int Port { get; init; } = 587;
    public string? User { get; init; }

    /// <summary>Variable with the password.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the server must speak STARTTLS (RFC 3207); without it nothing is sent. A connection that is encrypted from its first byte (port 465) is not spoken.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Whether anything is to be sent at all.</summary>
    public bool IsOn => To.Count > 0;
}
