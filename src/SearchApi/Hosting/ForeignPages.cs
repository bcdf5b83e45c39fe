using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>What scripts of other sites may do: read everything, ask where a question is posted, and see the headers that answers come with. Never with a reader's cookies.</summary>
internal static class ForeignPages
{
    /// <summary>The policy of addresses to which a question is posted.</summary>
    public const string Asking = "asking";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly string[] Sent = [HeaderNames.ContentType, HeaderNames.Accept, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Authorization, "X-Api-Key", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"];

    private static readonly string[] Shown =
    [
        HeaderNames.ETag, HeaderNames.RetryAfter, HeaderNames.Location, HeaderNames.Link, "RateLimit", "RateLimit-Policy", "X-Total-Count",
        "X-Catalogue-Epoch", "X-Catalogue-Revision", "Repr-Digest", "Deprecation", "Sunset",
    ];

    public static void AddForeignPages(this IServiceCollection services) => services.AddCors(options =>
    {
        options.AddDefaultPolicy(policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head).WithHeaders(Sent).WithExposedHeaders(Shown).SetPreflightMaxAge(Remembered));
        options.AddPolicy(Asking, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Post).WithHeaders(Sent).WithExposedHeaders(Shown).SetPreflightMaxAge(Remembered));
    });
}
