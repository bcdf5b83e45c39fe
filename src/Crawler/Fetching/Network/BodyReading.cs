using System.IO.Compression;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Reads a body that a stranger sent: decompressed, and never more than the cap, whatever Content-Length says.</summary>
internal static class BodyReading
{
    /// <summary>The body, or null where it is larger than the cap; of a larger one its first <paramref name="enough"/> bytes, where that is given. Throws <see cref="IOException"/> or <see cref="InvalidDataException"/> where it is broken.</summary>
    public static async Task<byte[]?> ReadAsync(WireStream wire, string? encoding, int cap, CancellationToken ct, int? enough = null)
    {
        await using var plain = await DecompressedAsync(wire, encoding, ct);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await plain.ReadAsync(buffer, ct)) > 0)
        {
            if (enough is { } most && body.Length + read >= most)
            {
                body.Write(buffer, 0, (int)(most - body.Length));
                break;
            }
            if (body.Length + read > cap)
            {
                return null;
            }
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static async Task<Stream> DecompressedAsync(WireStream wire, string? encoding, CancellationToken ct) => encoding?.Trim().ToLowerInvariant() switch
    {
        null or "" or "identity" => wire,
        "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
        "br" => new BrotliStream(wire, CompressionMode.Decompress),
        "deflate" => await InflatedAsync(wire, ct),
        var other => throw new InvalidDataException($"it is compressed as «{other}», which was not asked for"),
    };

    // RFC 9110 §8.4.1.2 means the zlib form; some servers send bare deflate, which never begins with 0x78.
    private static async Task<Stream> InflatedAsync(WireStream wire, CancellationToken ct) => await wire.PeekAsync(ct) == 0x78
        ? new ZLibStream(wire, CompressionMode.Decompress)
        : new DeflateStream(wire, CompressionMode.Decompress);
}
