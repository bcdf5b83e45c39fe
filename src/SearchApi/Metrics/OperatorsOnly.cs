using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>Who may read the figures of operation.</summary>
public enum OperationReaders
{
    /// <summary>This machine and private networks (RFC 1918, RFC 4193, link-local); clients behind a trusted proxy count by their own address.</summary>
    [JsonStringEnumMemberName("near")] Near,

    [JsonStringEnumMemberName("everybody")] Everybody,

    [JsonStringEnumMemberName("nobody")] Nobody,
}

/// <summary>Keeps the addresses of operation from strangers.</summary>
internal static class OperatorsOnly
{
    public static RouteHandlerBuilder ForOperators(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter((context, next) =>
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return May(http.RequestServices.GetRequiredService<SearchApiSettings>().Operation, http.Connection.RemoteIpAddress)
            ? next(context)
            : ValueTask.FromResult<object?>(ApiProblem.OperatorsOnly().Result());
    }).ProducesProblem(StatusCodes.Status403Forbidden);

    internal static bool May(OperationReaders readers, IPAddress? client) => readers switch
    {
        OperationReaders.Everybody => true,
        OperationReaders.Near => client is not null && IsNear(client.IsIPv4MappedToIPv6 ? client.MapToIPv4() : client),
        _ => false,
    };

    private static bool IsNear(IPAddress client) =>
        IPAddress.IsLoopback(client)
        || (client.AddressFamily == AddressFamily.InterNetworkV6
            ? client.IsIPv6LinkLocal || client.IsIPv6UniqueLocal
            : client.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..]);
}
