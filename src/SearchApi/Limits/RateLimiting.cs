using System.Globalization;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Limits;

/// <summary>
/// Refuses what goes beyond a client's limit before anything is done for it, and tells every client what is left, in the fields RateLimit and
/// RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10): <c>q</c> units in <c>w</c> seconds, <c>r</c> left, full again in <c>t</c> seconds.
/// </summary>
internal static class RateLimiting
{
    public static void UseRateLimiting(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<SearchApiSettings>().Limits is not { } usual)
            return;
        var meter = app.ApplicationServices.GetRequiredService<Meter>();
        var keys = app.ApplicationServices.GetRequiredService<KeyRing>();
        app.Use(async (context, next) =>
        {
            var units = QueryCost.Of(context);
            if (units == 0 || await ClientAsync(context, keys, usual) is not { Limits: { } limits } client)
            {
                await next(context);
                return;
            }

            var allowance = meter.Take(client.Name, units, limits);
            var headers = context.Response.Headers;
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{client.Kind}\";q={limits.Burst};w={Seconds(TimeSpan.FromMinutes((double)limits.Burst / limits.PerMinute))}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{client.Kind}\";r={allowance.Left};t={Seconds(allowance.UntilFull)}");
            if (allowance.Wait is not { } wait)
            {
                await next(context);
                return;
            }

            headers.RetryAfter = Seconds(wait).ToString(CultureInfo.InvariantCulture);
            headers.CacheControl = "no-store";
            await ErrorAnswers.AnswerAsync(context, ApiProblem.TooMany(Seconds(wait), limits.PerMinute));
        });
    }

    // A key that does not stand is no key: whoever tries some out is counted by address.
    private static async Task<Client> ClientAsync(HttpContext context, KeyRing keys, RateLimits usual) =>
        KeyRing.Sent(context.Request) is { } sent && await keys.FindAsync(sent, context.RequestAborted) is { } key
            ? Client.Of(key, usual)
            : Client.Of(context.Connection.RemoteIpAddress, usual);

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
