using System.Net;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Finds the IPv4 address that hides inside an IPv6 one, because that is where a connection ends.</summary>
internal static class EmbeddedAddress
{
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork LocalNat64 = IPNetwork.Parse("64:ff9b:1::/48");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>The inner address: mapped and compatible (RFC 4291 §2.5.5), NAT64 (RFC 6052, 8215), 6to4 (RFC 3056), ISATAP (RFC 5214); else the address itself.</summary>
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4 || address.Equals(IPAddress.IPv6Loopback))
        {
            return address;
        }
        return SixToFour.Contains(address) ? new(bytes[2..6])
            : Compatible.Contains(address) || Nat64.Contains(address) || LocalNat64.Contains(address) || IsIsatap(bytes) ? new(bytes[12..])
            : address;
    }

    private static bool IsIsatap(byte[] bytes) => (bytes[8] & 0xFD) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE;
}
