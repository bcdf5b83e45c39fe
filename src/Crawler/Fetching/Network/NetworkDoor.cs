using System.Net;
using System.Net.Sockets;
using System.Text;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Finds the addresses of a name.</summary>
internal delegate Task<IPAddress[]> Resolve(string host, CancellationToken ct);

/// <summary>The one place that opens connections to portals.</summary>
internal static class NetworkDoor
{
    private const int MaxHeaderKilobytes = 64;

    /// <summary>
    /// A handler for one run, with cookies of its own. Redirects and decompression are left to the fetcher, which judges and counts them.
    /// <paramref name="resolve"/> looks a name up, once for each connection.
    /// </summary>
    public static HttpMessageHandler Open(SourceDefinition source, FetchSettings settings, Resolve resolve) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = settings.ConnectTimeout,
        // Nothing that may be needed for the next request lies in a rest that takes longer to read than to connect anew.
        MaxResponseDrainSize = 0,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = true,
        CookieContainer = new CookieContainer(),
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        // Some portals send Ukrainian addresses in Location as they are.
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        // Behind a proxy the guard would see the proxy's address and not the portal's.
        UseProxy = false,
        ConnectCallback = (context, ct) => ConnectAsync(source, context.DnsEndPoint, resolve, ct),
    };

    // The guard judges the very addresses that are connected to: a name that changes between two look-ups gains nothing.
    private static async ValueTask<Stream> ConnectAsync(SourceDefinition source, DnsEndPoint target, Resolve resolve, CancellationToken ct)
    {
        var own = string.Equals(source.Address?.IdnHost.Trim('[', ']'), target.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        var found = await resolve(target.Host, ct);
        var allowed = found.Where(address => !AddressGuard.Refuses(address, source.AllowPrivateAddress && own)).ToArray();
        if (allowed.Length == 0)
        {
            var at = string.Join(", ", found.Select(address => address.ToString()));
            throw new RefusedAddressException(at == target.Host.Trim('[', ']') ? $"{at} lies" : $"{target.Host} lies at {at}");
        }
        // What a cut link kept from going is thrown away with a request that is given up, else the system sends it when the link is back, and another node may be asking by then.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(enable: true, seconds: 0) };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
