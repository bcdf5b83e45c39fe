namespace DcCourseIndex.Crawler.Fetching;

/// <summary>How the crawler asks portals; the same for all sources. The standard values are meant for use, only the contact must be set.</summary>
public sealed record FetchSettings
{
    /// <summary>Address of a page or mailbox (<c>https://…</c> or <c>mailto:…</c>) where a portal's owner reaches the operator; without it nothing is asked over the network.</summary>
    public string? Contact { get; init; }

    /// <summary>Longest time for one attempt, from connecting to the last byte of the body.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time for a connection, with its look-up and handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest time from asking to the last header of the answer.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A body that brings fewer bytes over the wire than <see cref="LeastBytes"/> in any stretch of this length is given up.</summary>
    public TimeSpan DripWindow { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Fewest bytes in a <see cref="DripWindow"/>.</summary>
    public int LeastBytes { get; init; } = 2048;

    /// <summary>Largest body in bytes, after decompression; as much may come over the wire.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Most header lines in one answer; together they may have 64 kB.</summary>
    public int MaxHeaders { get; init; } = 200;

    /// <summary>Most requests in one run, retries and robots.txt among them; a list without end stops here.</summary>
    public int MaxRequests { get; init; } = 20_000;

    public int MaxRedirects { get; init; } = 5;

    /// <summary>Attempts after the first.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Wait before the first retry where the portal names none; doubled each time, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest Retry-After that a run waits for; a longer one ends the request with a failure that says when to come back.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Failed attempts within <see cref="CircuitWindow"/>, nearly all that were made, after which a host is left alone for <see cref="CircuitBreak"/>.</summary>
    public int CircuitFailures { get; init; } = 8;

    public TimeSpan CircuitWindow { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan CircuitBreak { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>As sent: product, version and contact (RFC 9110 §10.1.5).</summary>
    public string UserAgent => $"{ProductToken}/0.1 (+{Contact})";

    /// <summary>The name under which robots.txt addresses this crawler (RFC 9309 §2.2.1).</summary>
    public const string ProductToken = "DcCourseIndex";
}
