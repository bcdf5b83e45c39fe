using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Revalidation;

/// <summary>
/// A strong tag names bytes, and packed bytes are others (RFC 9110 §8.8.3.3): outside each coding has a tag of its own, inside there is one.
/// </summary>
internal static class CodedTags
{
    private static readonly string[] Codings = ["br", "gzip"];

    public static void UseCodedTags(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var sent = context.Request.Headers.IfNoneMatch.ToString();
        context.Request.Headers.IfNoneMatch = Plain(context.Request.Headers.IfNoneMatch);
        context.Request.Headers.IfRange = Plain(context.Request.Headers.IfRange);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ETag is [{ } tag] && tag.StartsWith('"') && Coding(context.Response, tag, sent) is { } coding)
                headers.ETag = $"{tag[..^1]}-{coding}\"";
            return Task.CompletedTask;
        });
        return next(context);
    });

    // What is not sent again is named as the client named it.
    private static string? Coding(HttpResponse response, string tag, string sent) => response.StatusCode == StatusCodes.Status304NotModified
        ? Codings.FirstOrDefault(coding => sent.Contains($"{tag[..^1]}-{coding}\"", StringComparison.Ordinal))
        : Codings.FirstOrDefault(coding => response.Headers.ContentEncoding == coding);

    private static StringValues Plain(StringValues tags) => tags.Count == 0 ? tags : new(
        [.. tags.Select(value => Codings.Aggregate(value, (plain, coding) => plain?.Replace($"-{coding}\"", "\"", StringComparison.Ordinal)))]);
}
