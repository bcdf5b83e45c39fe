using System.Net;
using DcCourseIndex.SearchApi.Limits;

namespace DcCourseIndex.Host.Settings;

/// <summary>The API's dealings with those who ask it.</summary>
public sealed record ApiSettings
{
    /// <summary>What one address, or one key without a rate of its own, may ask; null: as much as it likes. Default 600 units a minute, 120 at once.</summary>
    public RateLimits? Limits { get; init; } = new();

    /// <summary>The proxies whose X-Forwarded-For is believed. Default this machine.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [new(IPAddress.Loopback, 32), new(IPAddress.IPv6Loopback, 128)];

    /// <summary>How long a process that is told to stop goes on answering. Default 2 s.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(2);
}
