using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>The one stylesheet, out of the assembly, so that it does not matter where the program is started. Its address changes with its content.</summary>
internal static class Stylesheet
{
    public const string Path = "/assets/site.css";
    private static readonly byte[] Content = Load();

    public static string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    public static FileContentHttpResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8");
    }

    private static byte[] Load()
    {
        using var file = typeof(Stylesheet).Assembly.GetManifestResourceStream("assets/site.css")
            ?? throw new InvalidOperationException("The stylesheet is not in the assembly.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
