using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>The headers by which browsers guard a reader, on every answer.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private const string Framed = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static started =>
        {
            var response = (HttpResponse)started;
            var headers = response.Headers;
            headers.XContentTypeOptions = "nosniff";
            // A page may ask for more, one that others show in a frame for less.
            headers.TryAdd("Content-Security-Policy", response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<MayBeFramed>() is null ? Policy : Framed);
            headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}
