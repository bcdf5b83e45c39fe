using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>What the server takes from one connection: enough for every honest request, and little from those who are slow or large on purpose.</summary>
public static class ServerLimits
{
    /// <summary>Longest that an answer may take to be made; the dump, which is only sent, may take longer.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

    /// <summary>Puts the limits into the server.</summary>
    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 60;
        limits.MaxRequestBodySize = 4 * 1024 * 1024;
        // Whoever sends a letter now and then holds a connection for this long and no longer.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(90);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MaxConcurrentConnections = 10_000;
    }
}
