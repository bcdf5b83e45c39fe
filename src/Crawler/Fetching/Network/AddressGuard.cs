using System.Net;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Keeps the crawler out of networks that a portal must not make it ask: this machine, the house, the cloud's metadata service.</summary>
internal static class AddressGuard
{
    // IANA special-purpose registries (RFC 6890): nothing there is ever a portal.
    private static readonly IPNetwork[] Never = Networks(
        "0.0.0.0/8", "100.100.100.200/32", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "::/128", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "fd00:ec2::254/128");

    // Where a portal of the library itself may lie.
    private static readonly IPNetwork[] Private = Networks(
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether a connection to this address is refused; <paramref name="allowPrivate"/> opens only the private networks.</summary>
    public static bool Refuses(IPAddress address, bool allowPrivate)
    {
        var plain = Inner(address);
        return Never.Any(network => network.Contains(plain)) || (!allowPrivate && Private.Any(network => network.Contains(plain)));
    }

    // An IPv4 address can hide inside an IPv6 one.
    private static IPAddress Inner(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new IPAddress(bytes[12..16])
            : SixToFour.Contains(address) ? new IPAddress(bytes[2..6])
            : address;
    }

    private static IPNetwork[] Networks(params string[] texts) => [.. texts.Select(text => IPNetwork.Parse(text))];
}
