using System.IO.Compression;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>Small packets that unfold into gigabytes; written while they are read, so that nobody holds them.</summary>
public static class Bombs
{
    /// <summary>What each of them unfolds into.</summary>
    public const long Unpacked = 10L << 30;

    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 1 << 20)];

    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        Packed("gzip bomb", "gzip", to => new GZipStream(to, CompressionLevel.Fastest)),
        Packed("br bomb", "br", to => new BrotliStream(to, CompressionLevel.Fastest)),
        Packed("deflate bomb", "deflate", to => new ZLibStream(to, CompressionLevel.Fastest)),
        Packed("packed twice", "gzip, gzip", to => new GZipStream(new GZipStream(to, CompressionLevel.Fastest), CompressionLevel.Fastest)),
        new("packed nothing without end", async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Content-Encoding: gzip||");
            await exchange.SendAsync(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3 });
            // Empty stored blocks: the packet grows, what is in it does not.
            await exchange.RepeatAsync(exchange.Stream, Enumerable.Repeat(new byte[] { 0, 0, 0, 0xFF, 0xFF }, 10_000).SelectMany(block => block).ToArray());
        }),
        new("an unknown packing", exchange => exchange.AnswerAsync(200, "text/html", "xxxx", "Content-Encoding: x-secret|")),
        new("packed rubbish", exchange => exchange.AnswerAsync(200, "text/html", "this is not gzip", "Content-Encoding: gzip|")),
    ];

    private static Misbehaviour Packed(string name, string encoding, Func<Stream, Stream> pack) => new(name, async exchange =>
    {
        await exchange.SendAsync($"HTTP/1.1 200 OK|Content-Type: text/html|Content-Encoding: {encoding}||");
        await using var packing = pack(exchange.Stream);
        await exchange.RepeatAsync(packing, Blanks, Unpacked / Blanks.Length);
    });
}
