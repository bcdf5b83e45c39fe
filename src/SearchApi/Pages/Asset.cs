using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>A file that pages load, out of the assembly, so that it does not matter where the program is started. Its address changes with its content.</summary>
internal sealed class Asset
{
    private readonly byte[] content;
    private readonly string type;

    private Asset(string name, string type)
    {
        this.type = type;
        using var file = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"«{name}» is not in the assembly.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        content = bytes.ToArray();
        Path = $"/assets/{name}";
        Address = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }

    public static Asset Style { get; } = new("site.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("site.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    public static Asset WidgetScript { get; } = new("widget.js", "text/javascript; charset=utf-8");

    public static Asset WidgetFrame { get; } = new("widget-frame.js", "text/javascript; charset=utf-8");

    public static Asset WidgetStyle { get; } = new("widget.css", "text/css; charset=utf-8");

    public string Path { get; }

    /// <summary>The bytes under an address that others name without a version.</summary>
    public FileContentHttpResult Content => TypedResults.Bytes(content, type);

    /// <summary>The path with the beginning of the content's SHA-256.</summary>
    public string Address { get; }

    public FileContentHttpResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(content, type);
    }
}
