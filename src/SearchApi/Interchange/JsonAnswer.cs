using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Interchange;

/// <summary>JSON of foreign formats: Cyrillic readable, what means something in HTML escaped, null where the format has null.</summary>
internal static class JsonAnswer
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

    /// <summary>With validators, to be kept for five minutes.</summary>
    public static IResult Of(HttpContext context, JsonNode node, string type)
    {
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Revalidated.Bytes(Bytes(node), type);
    }
}
