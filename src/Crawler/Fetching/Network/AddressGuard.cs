using System.Net;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Keeps the crawler out of networks that a portal must not make it ask: this machine, the house, the cloud's metadata service.</summary>
internal static class AddressGuard
{
    // IANA special-purpose registries (RFC 6890) and the clouds' own addresses: nothing there is ever a portal.
    private static readonly IPNetwork[] Never = Networks(
        "0.0.0.0/8", "100.100.100.200/32", "168.63.129.16/32", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Teredo lies in 2001::/23 and hides an IPv4 address that nobody behind it would serve a portal from.
        "2001::/23", "2001:db8::/32", "3fff::/20", "fd00:ec2::254/128", "fd20:ce::254/128");

    // Where a portal of the library itself may lie.
    private static readonly IPNetwork[] Private = Networks(
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    // RFC 4291 §2.4: all public addresses that were ever given out; link-local, site-local, multicast and discard-only lie outside.
    private static readonly IPNetwork Public = IPNetwork.Parse("2000::/3");

    /// <summary>Whether a connection to this address is refused; <paramref name="allowPrivate"/> opens only the private networks.</summary>
    public static bool Refuses(IPAddress address, bool allowPrivate)
    {
        var plain = EmbeddedAddress.Of(address);
        return Never.Any(network => network.Contains(plain))
            || (Private.Any(network => network.Contains(plain)) ? !allowPrivate : plain.GetAddressBytes().Length == 16 && !Public.Contains(plain));
    }

    private static IPNetwork[] Networks(params string[] texts) => [.. texts.Select(text => IPNetwork.Parse(text))];
}
