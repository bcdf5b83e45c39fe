using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Limits;

/// <summary>Who asks, as far as limits go: the holder of a key, else an address.</summary>
/// <param name="Name">Under which its use is counted.</param>
/// <param name="Kind">What the headers call the limit: <c>key</c> or <c>address</c>.</param>
/// <param name="Limits">Null: without limit.</param>
internal sealed record Client(string Name, string Kind, RateLimits? Limits)
{
    // Whoever has an IPv6 connection has 2^64 addresses of one network, and is one client.
    private const int NetworkBytes = 8;

    public static Client Of(ApiKey key, RateLimits usual) => new(string.Create(CultureInfo.InvariantCulture, $"key {key.Id}"), "key", key.Rate switch
    {
        null => usual,
        0 => null,
        { } rate => new(rate, Math.Max(1, (int)((long)rate * usual.Burst / usual.PerMinute))),
    });

    public static Client Of(IPAddress? address, RateLimits usual)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return new(
            address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address?.ToString() ?? "unknown",
            "address", usual);
    }
}
