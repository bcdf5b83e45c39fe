using System.Net;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace DcCourseIndex.SearchApi.Limits;

/// <summary>
/// Finds out who asks through proxies: X-Forwarded-For is read from the right, past the proxies that are trusted, and the first address that
/// is not one of them is the client. Nothing else that is forwarded is believed: host and scheme stand in the public address.
/// </summary>
public static class TrustedProxies
{
    /// <summary>Reads addresses and networks such as <c>10.0.0.0/8</c>, with commas; null where one is neither.</summary>
    public static IReadOnlyList<IPNetwork>? Read(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else if (IPAddress.TryParse(part, out var address))
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else
                return null;
        }
        return networks;
    }

    internal static void UseTrustedProxies(this IApplicationBuilder app)
    {
        var trusted = app.ApplicationServices.GetRequiredService<SearchApiSettings>().TrustedProxies;
        if (trusted.Count == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
