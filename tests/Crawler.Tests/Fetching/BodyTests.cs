using System.IO.Compression;
using System.Text;
using DcCourseIndex.Crawler.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class BodyTests
{
    private const int Cap = 10 * 1024 * 1024;
    private static readonly FetchSettings Once = LoopbackPortal.Settings with { Retries = 0 };

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    public async Task A_compressed_body_is_read_and_counted_as_it_came(string form)
    {
        var text = new string('к', 5000);
        var packed = Packed(form, Encoding.UTF8.GetBytes(text));
        await using var portal = await LoopbackPortal.StartAsync(Sending(packed, form.Split(' ')[^1]));
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(text, Encoding.UTF8.GetString(page.Body.Span));
        Assert.Equal(packed.Length, fetcher.Figures.Bytes);
    }

    [Fact]
    public async Task A_body_at_the_cap_is_taken_and_one_byte_more_is_refused()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
            context.Response.Body.WriteAsync(new byte[context.Request.Path == "/fits" ? Cap : Cap + 1]).AsTask());
        using var fetcher = portal.Fetcher();
        Assert.Equal(Cap, (await fetcher.FetchAsync(new(portal.At("/fits")), CancellationToken.None)).Body.Length);
        var page = await fetcher.FetchAsync(new(portal.At("/over")), CancellationToken.None);
        Assert.Equal((FailureKind.TooLarge, 0), (page.Failure!.Kind, page.Body.Length));
        Assert.Contains("10485760 bytes", page.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_at_the_cap()
    {
        await using var portal = await LoopbackPortal.StartAsync(async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block);
            }
        });
        using var fetcher = portal.Fetcher();
        Assert.Equal(FailureKind.TooLarge, (await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).Failure?.Kind);
        Assert.InRange(fetcher.Figures.Bytes, Cap, Cap + (1024 * 1024));
    }

    [Fact]
    public async Task A_gzip_bomb_is_stopped_while_it_unpacks()
    {
        var bomb = Packed("gzip", new byte[100 * 1024 * 1024]);
        Assert.True(bomb.Length < 1024 * 1024);
        await using var portal = await LoopbackPortal.StartAsync(Sending(bomb, "gzip"));
        using var fetcher = portal.Fetcher();
        Assert.Equal(FailureKind.TooLarge, (await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).Failure?.Kind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf a page")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 4\r\n\r\nnope")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n")]
    [InlineData("")]
    public async Task An_answer_that_breaks_off_is_no_page(string answer)
    {
        await using var portal = new RawPortal(Encoding.ASCII.GetBytes(answer));
        using var fetcher = LoopbackPortal.Fetchers(Once).For(LoopbackPortal.SourceAt(portal.Root));
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal((FailureKind.BrokenAnswer, 0), (page.Failure!.Kind, page.Body.Length));
        Assert.Contains(portal.Root.ToString(), page.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    public async Task A_compressed_body_cut_in_the_middle_is_no_page(string form)
    {
        var packed = Packed(form, Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5000))));
        await using var portal = await LoopbackPortal.StartAsync(Sending(packed[..(packed.Length / 2)], form.Split(' ')[^1]));
        using var fetcher = portal.Fetcher(Once);
        Assert.Equal(FailureKind.BrokenAnswer, (await fetcher.FetchAsync(new(portal.Root), CancellationToken.None)).Failure?.Kind);
    }

    [Fact]
    public async Task A_flood_of_headers_is_refused()
    {
        await using var portal = new RawPortal(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nX-Much: " + new string('x', 100_000) + "\r\nContent-Length: 0\r\n\r\n"));
        using var fetcher = LoopbackPortal.Fetchers(Once).For(LoopbackPortal.SourceAt(portal.Root));
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(FailureKind.BrokenAnswer, page.Failure?.Kind);
        Assert.Contains("headers", page.Failure!.Message, StringComparison.Ordinal);
    }

    private static RequestDelegate Sending(byte[] body, string encoding) => context =>
    {
        context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    };

    private static byte[] Packed(string form, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (Stream packing = form switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
            _ => new DeflateStream(packed, CompressionLevel.Optimal),
        })
        {
            packing.Write(plain);
        }
        return packed.ToArray();
    }
}
