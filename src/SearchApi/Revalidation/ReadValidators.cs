using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace DcCourseIndex.SearchApi.Revalidation;

/// <summary>Marks an endpoint whose answers are too large to be held, and which gives them validators itself.</summary>
internal sealed record SendsPiecewise;

/// <summary>
/// Validators on every read (RFC 9110 §8.8): the tag is made of the very bytes, so it changes when the answer does and never without it.
/// A tag made of the index's revision would be cheaper and wrong: a list's cursor expires, and a day passes, while the revision stands.
/// </summary>
internal static class ReadValidators
{
    public static void UseReadValidators(this IApplicationBuilder app)
    {
        var moments = app.ApplicationServices.GetRequiredService<Moments>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var read = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            if (!read || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<SendsPiecewise>() is not null)
            {
                await next(context);
                return;
            }

            var (connection, method) = (context.Response.Body, context.Request.Method);
            using var answer = new MemoryStream();
            context.Response.Body = answer;
            // Some answers leave their body out for HEAD, and its tag is that of the body (RFC 9110 §9.3.2).
            context.Request.Method = HttpMethods.Get;
            try
            {
                await next(context);
            }
            finally
            {
                (context.Response.Body, context.Request.Method) = (connection, method);
            }

            Say(context, answer, moments, clock);
            if (context.Response.StatusCode != StatusCodes.Status304NotModified && HttpMethods.IsGet(context.Request.Method) && answer.Length > 0)
                await connection.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
        });
    }

    private static void Say(HttpContext context, MemoryStream answer, Moments moments, TimeProvider clock)
    {
        var response = context.Response;
        var good = response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = good || response.StatusCode is >= 300 and < 400 ? "no-cache" : "no-store";
        // Answers for the holder of a key are kept by nobody.
        if (!good || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            return;
        response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ETag.Count > 0)
            return;

        var request = context.Request;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(answer.GetBuffer().AsSpan(0, (int)answer.Length)))[..24]}\"";
        var since = moments.Since($"{request.Host}{request.Path}{request.QueryString}", tag);
        response.Headers.ETag = tag;
        response.GetTypedHeaders().LastModified = Shown(since, clock.GetUtcNow());
        if (IsKnown(request, tag, since))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            response.ContentLength = null;
        }
    }

    // RFC 9110 §13.2.2: a date counts only where no tags were sent. It has whole seconds, so one from the second of the change does not tell.
    private static bool IsKnown(HttpRequest request, string tag, DateTimeOffset since)
    {
        var headers = request.GetTypedHeaders();
        if (request.Headers.IfNoneMatch.Count > 0)
        {
            var own = new EntityTagHeaderValue(tag);
            return headers.IfNoneMatch.Any(sent => sent.Equals(EntityTagHeaderValue.Any) || sent.Compare(own, useStrongComparison: false));
        }
        return headers.IfModifiedSince is { } date && date >= since;
    }

    // Rounded up, but never later than the answer itself (§8.8.2.1).
    private static DateTimeOffset Shown(DateTimeOffset since, DateTimeOffset now)
    {
        var seconds = since.ToUnixTimeSeconds();
        var up = since.Ticks % TimeSpan.TicksPerSecond == 0 ? seconds : seconds + 1;
        return DateTimeOffset.FromUnixTimeSeconds(Math.Min(up, now.ToUnixTimeSeconds()));
    }
}
