using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Gives every note that is written during a request the request's id, and its trace the route. The address is told to neither: it may hold the secret of a list.</summary>
internal static class RequestIds
{
    private static readonly Func<ILogger, string, IDisposable?> Within = LoggerMessage.DefineScope<string>("request {Request}");

    public static void UseRequestIds(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("DcCourseIndex.Requests");
        app.Use(async (context, next) =>
        {
            using (Within(log, context.TraceIdentifier))
                await next(context);
            if (Activity.Current is { Kind: ActivityKind.Server } span && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            {
                span.SetTag("http.route", route);
                span.DisplayName = $"{context.Request.Method} {route}";
            }
        });
    }
}
