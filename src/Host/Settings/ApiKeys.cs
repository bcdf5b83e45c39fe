using DcCourseIndex.SearchApi.Limits;

namespace DcCourseIndex.Host.Settings;

/// <summary>The settings under <c>api</c>: limits, and who speaks for clients.</summary>
internal static class ApiKeys
{
    private const int Most = 1_000_000;

    public static readonly IReadOnlyList<SettingsKey> All =
    [
        new("api.limits.perMinute", "600", "units a minute for each address, or each key without a rate of its own; a search is one (0 to 1000000); 0: no limit",
            (settings, text) => SettingsKeys.Whole(text, 0, Most) is { } units
                ? (settings with { Api = settings.Api with { Limits = units == 0 ? null : new(units) } }, null)
                : (settings, "is not a whole number from 0 to 1000000")),
        new("api.limits.burst", "120", "units that may be used at once (1 to 1000000)",
            (settings, text) => SettingsKeys.Whole(text, 1, Most) is { } units
                ? (settings with { Api = settings.Api with { Limits = settings.Api.Limits is { } limits ? limits with { Burst = units } : null } }, null)
                : (settings, "is not a whole number from 1 to 1000000")),
        new("api.trustedProxies", "127.0.0.1, ::1", "addresses and networks of proxies whose X-Forwarded-For says who asks, with commas",
            (settings, text) => TrustedProxies.Read(text) is { } networks
                ? (settings with { Api = settings.Api with { TrustedProxies = networks } }, null)
                : (settings, "is not a list of addresses and networks such as 10.0.0.0/8")),
        new("api.drain", "2s", "how long a process that is told to stop goes on answering, with /health/ready at 503, so that proxies turn away first (0s to 60s)",
            (settings, text) => LongTime.Read(text) is { } time && time <= TimeSpan.FromMinutes(1)
                ? (settings with { Api = settings.Api with { Drain = time } }, null)
                : (settings, "is not a time from 0s to 60s")),
    ];
}
