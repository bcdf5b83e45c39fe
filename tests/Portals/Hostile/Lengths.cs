using System.Text;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>Bodies that are shorter, longer or larger than they say.</summary>
public static class Lengths
{
    private static readonly byte[] Block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<p>filler</p>\n", 4681)));

    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        new("half an answer", async exchange =>
        {
            var body = Body(exchange);
            await exchange.SendAsync($"HTTP/1.1 200 OK|Content-Type: text/html|Content-Length: {body.Length}||");
            await exchange.SendAsync(body.AsMemory(0, body.Length / 2));
        }),
        new("a length that is too short", async exchange =>
        {
            var body = Body(exchange);
            await exchange.SendAsync($"HTTP/1.1 200 OK|Content-Type: text/html; charset=utf-8|Content-Length: {body.Length / 3}||");
            await exchange.SendAsync(body);
        }),
        new("a length that is no number", exchange => exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Content-Length: minus one||<p>x")),
        new("two lengths", exchange => exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Content-Length: 4|Content-Length: 999||half")),
        new("chunks without end", async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Transfer-Encoding: chunked||");
            await exchange.RepeatAsync(exchange.Stream, Encoding.ASCII.GetBytes($"{Block.Length:x}\r\n{Encoding.ASCII.GetString(Block)}\r\n"));
        }),
        new("a chunk of impossible size", exchange => exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Transfer-Encoding: chunked||FFFFFFFFFFFFFFFFF|x|0||")),
        new("two gigabytes", async exchange =>
        {
            await exchange.SendAsync($"HTTP/1.1 200 OK|Content-Type: text/html|Content-Length: {2L << 30}||");
            await exchange.RepeatAsync(exchange.Stream, Block, (2L << 30) / Block.Length);
        }),
        new("no length in HTTP/1.0", async exchange =>
        {
            await exchange.SendAsync($"HTTP/1.0 {exchange.Good.Status} Status|Content-Type: text/html; charset=utf-8||");
            await exchange.SendAsync(Encoding.UTF8.GetBytes(exchange.Good.Body));
        }),
        new("an empty page", exchange => exchange.AnswerAsync(200, "text/html", "")),
    ];

    private static byte[] Body(HostileExchange exchange) => Encoding.UTF8.GetBytes(exchange.Good.Body);
}
