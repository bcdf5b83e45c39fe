using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Recording;

/// <summary>
/// Asks a running portal over HTTP and writes its answers as a recording: <c>index.ndjson</c> and a folder of bodies, equal ones once.
/// The same portal gives the same bytes: nothing that changes with time is kept.
/// </summary>
public static class Recorder
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Fleeting = new(["Date", "Server", "Content-Length", "Transfer-Encoding"], StringComparer.OrdinalIgnoreCase);

    public static async Task RecordAsync(Portal portal, IEnumerable<Ask> asks, string folder, CancellationToken ct = default)
    {
        Clear(folder);
        Directory.CreateDirectory(Path.Combine(folder, "pages"));
        using var connections = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(connections) { BaseAddress = portal.Address };
        var index = new StringBuilder();
        foreach (var ask in asks.Distinct())
        {
            using var request = Request(ask);
            using var response = await client.SendAsync(request, ct);
            var body = await response.Content.ReadAsByteArrayAsync(ct);
            var file = $"pages/{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}{Extension(response.Content.Headers.ContentType)}";
            await File.WriteAllBytesAsync(Path.Combine(folder, file), body, ct);
            index.Append(Line(ask, response, file)).Append('\n');
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "index.ndjson"), index.ToString(), ct);
    }

    /// <summary>Deletes an earlier recording. Throws when the folder holds something else, which nobody asked to lose.</summary>
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var foreign = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).FirstOrDefault(name => name is not ("index.ndjson" or "pages"));
        if (foreign is not null)
        {
            throw new InvalidOperationException($"{folder} holds {foreign}, which no recording has; name another folder.");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static HttpRequestMessage Request(Ask ask)
    {
        var request = new HttpRequestMessage(new HttpMethod(ask.Method), ask.Url);
        if (ask.Body is { } body)
        {
            request.Content = new StringContent(body, Encoding.UTF8, body.StartsWith('[') ? "application/json" : "application/x-www-form-urlencoded");
        }

        return request;
    }

    private static string Line(Ask ask, HttpResponseMessage response, string file)
    {
        var headers = new JsonObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(pair => !Fleeting.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            headers[name] = string.Join(", ", values);
        }

        return new JsonObject
        {
            ["method"] = ask.Method,
            ["url"] = ask.Url,
            ["body"] = ask.Body,
            ["status"] = (int)response.StatusCode,
            ["headers"] = headers,
            ["file"] = file,
        }.ToJsonString(Readable);
    }

    private static string Extension(MediaTypeHeaderValue? type) => type?.MediaType switch
    {
        "text/html" => ".html",
        "application/json" => ".json",
        "text/plain" => ".txt",
        _ => ".xml",
    };
}
