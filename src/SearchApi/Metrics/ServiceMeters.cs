namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>The meters whose figures a service shows: our own, and of those that .NET brings the ones that tell how it fares.</summary>
public static class ServiceMeters
{
    /// <summary>The meter of everything that is ours.</summary>
    public const string Own = "DcCourseIndex";

    /// <summary>Requests by route and status, connections, memory and collections.</summary>
    public static readonly IReadOnlyList<string> All = [Own, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
}
