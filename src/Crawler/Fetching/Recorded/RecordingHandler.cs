using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>
/// Passes requests on and writes each with its answer into a folder, as a recording: once per request, decompressed,
/// without cookies, and with the word TOKEN in the place of every secret. Answers over the cap are passed on and not written.
/// </summary>
public sealed class RecordingHandler : DelegatingHandler
{
    // What belongs to a connection, a session or the compressed form.
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "Set-Cookie", "Set-Cookie2", "Authorization", "Cookie", "Content-Encoding", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Date", "Alt-Svc",
    };

    private readonly string folder;
    private readonly int cap;
    private readonly SessionSecrets session = new();
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public RecordingHandler(string folder, int cap, HttpMessageHandler inner)
        : base(inner)
    {
        (this.folder, this.cap) = (folder, cap);
        Directory.CreateDirectory(Path.Combine(folder, "pages"));
        var index = Path.Combine(folder, Recording.IndexFile);
        if (File.Exists(index))
        {
            written.UnionWith(Recording.Load(folder).Keys);
        }
        else
        {
            File.WriteAllText(index, "");
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        session.Learn(response.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies) ? string.Join(", ", cookies) : null);
        var raw = await RawAsync(response, cancellationToken);
        if (raw is not null)
        {
            await WriteAsync(new(request.Method.Method, address.PathAndQuery, sent), response, raw, cancellationToken);
        }
        return response;
    }

    // The body is read here once and handed on from memory; of one over the cap enough is handed on to be refused.
    private async Task<byte[]?> RawAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var wire = await response.Content.ReadAsStreamAsync(ct);
        var head = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (head.Length <= cap && (read = await wire.ReadAsync(buffer, ct)) > 0)
        {
            head.Write(buffer, 0, read);
        }
        var content = new ByteArrayContent(head.ToArray());
        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            content.Headers.TryAddWithoutValidation(name, values);
        }
        response.Content = content;
        return head.Length <= cap ? head.ToArray() : null;
    }

    private async Task WriteAsync(Asked asked, HttpResponseMessage response, byte[] raw, CancellationToken ct)
    {
        var (url, body) = (Safe(asked.Url), asked.Body is null ? null : Safe(asked.Body));
        var key = RequestKey.Of(asked.Method, url, body);
        if (written.Contains(key) || await PlainAsync(response, raw, ct) is not { } plain)
        {
            return;
        }
        var masked = SecretBytes.Mask(plain, asked.Url, asked.Body, session.Keys);
        string? file = null;
        if (masked.Length > 0)
        {
            file = $"pages/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]}{Extension(response)}";
            await File.WriteAllBytesAsync(Path.Combine(folder, file), masked, ct);
        }
        var exchange = new RecordedExchange
        {
            Method = asked.Method, Url = url, Body = body, Status = (int)response.StatusCode, Headers = Headers(response), File = file,
        };
        await File.AppendAllTextAsync(Path.Combine(folder, Recording.IndexFile), JsonSerializer.Serialize(exchange, Recording.Json) + "\n", ct);
        if (!exchange.IsForNow)
        {
            written.Add(key);
        }
    }

    private async Task<byte[]?> PlainAsync(HttpResponseMessage response, byte[] raw, CancellationToken ct)
    {
        try
        {
            await using var wire = new WireStream(new MemoryStream(raw), cap, _ => { });
            return await BodyReading.ReadAsync(wire, string.Join(',', response.Content.Headers.ContentEncoding), cap, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private string Safe(string text) => session.Keys.Aggregate(SafeAddress.Of(text), (safe, key) => safe.Replace(key, SafeAddress.Mask, StringComparison.Ordinal));

    private Dictionary<string, string> Headers(HttpResponseMessage response) => response.Headers.NonValidated
        .Concat(response.Content.Headers.NonValidated)
        .Where(header => !Dropped.Contains(header.Key))
        .ToDictionary(header => header.Key, header => Safe(header.Value.ToString()), StringComparer.OrdinalIgnoreCase);

    private static string Extension(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType switch
    {
        "text/html" or "application/xhtml+xml" => ".html",
        "application/json" => ".json",
        "text/plain" => ".txt",
        var type when type?.EndsWith("xml", StringComparison.Ordinal) == true => ".xml",
        _ => ".bin",
    };

    private sealed record Asked(string Method, string Url, string? Body);
}
