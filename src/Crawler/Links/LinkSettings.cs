namespace DcCourseIndex.Crawler.Links;

/// <summary>How many course addresses are looked at, and when.</summary>
public sealed record LinkSettings
{
    /// <summary>Addresses that one night may look at; 0: no checks by themselves.</summary>
    public int PerNight { get; init; } = 2000;

    /// <summary>Five- or six-field cron in Europe/Kyiv.</summary>
    public string Schedule { get; init; } = "30 3 * * *";

    /// <summary>Hosts that are asked side by side; each is asked one request at a time.</summary>
    public int HostsAtOnce { get; init; } = 8;
}
