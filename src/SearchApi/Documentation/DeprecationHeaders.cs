using System.Globalization;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>Says on answers that what was asked for goes: Deprecation (RFC 9745 §2), Sunset (RFC 8594 §3), and a link to what to use instead.</summary>
internal static class DeprecationHeaders
{
    public static void UseDeprecationHeaders(this IApplicationBuilder app)
    {
        var going = app.ApplicationServices.GetRequiredService<SearchApiSettings>().Deprecations.ToLookup(deprecation => deprecation.Pattern, StringComparer.Ordinal);
        if (going.Count == 0)
            return;
        app.Use((context, next) =>
        {
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            // Of several the one that goes first.
            if (going[pattern].Where(deprecation => deprecation.Parameter is null || context.Request.Query.ContainsKey(deprecation.Parameter)).MinBy(deprecation => deprecation.Sunset) is { } gone)
            {
                var headers = context.Response.Headers;
                headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{gone.Since.ToUnixTimeSeconds()}");
                headers["Sunset"] = gone.Sunset.ToString("R", CultureInfo.InvariantCulture);
                headers.Append("Link", $"<{gone.Instead}>; rel=\"deprecation\"; type=\"text/html\"");
            }
            return next(context);
        });
    }
}
