namespace DcCourseIndex.Portals.Hostile;

/// <summary>Broken and overgrown heads of answers.</summary>
public static class Heads
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        new("a header of 100 kB", exchange => exchange.SendAsync($"HTTP/1.1 200 OK|X-Much: {new string('x', 100_000)}|Content-Length: 0||")),
        new("a thousand headers", exchange => exchange.AnswerAsync(200, "text/html", "x", string.Concat(Enumerable.Range(0, 1000).Select(i => $"X-{i}: {i}|")))),
        new("headers without end", async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK|");
            await exchange.RepeatAsync(exchange.Stream, "X-More: x\r\n"u8.ToArray());
        }),
        new("patience without end", exchange => exchange.RepeatAsync(exchange.Stream, "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray())),
        new("cookies by the thousand", exchange => exchange.AnswerAsync(
            exchange.Good.Status, exchange.Good.ContentType, exchange.Good.Body,
            string.Concat(Enumerable.Range(0, 15).Select(i => $"Set-Cookie: c{Random.Shared.Next()}={new string('x', 2500)}; Path=/|")))),
        new("something else than HTTP", exchange => exchange.SendAsync("SSH-2.0-OpenSSH_9.9|")),
        new("a connection that is hung up", _ => Task.CompletedTask),
        new("a connection that is reset", exchange =>
        {
            exchange.Reset();
            return Task.CompletedTask;
        }),
        new("not modified, though nobody asked", exchange => exchange.SendAsync("HTTP/1.1 304 Not Modified|Connection: close||")),
    ];
}
