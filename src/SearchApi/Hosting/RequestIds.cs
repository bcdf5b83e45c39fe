using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Gives every note that is written during a request the request's id. The address is not noted: it may hold the secret of a list.</summary>
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
        });
    }
}
