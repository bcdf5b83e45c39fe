namespace DcCourseIndex.Portals.Hostile;

/// <summary>Answers that keep a crawler waiting.</summary>
public static class Slowness
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        new("never a first byte", exchange => exchange.SilenceAsync()),
        new("a head without its end", async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|");
            await exchange.SilenceAsync();
        }),
        new("a slow drip", async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Content-Length: 1000000||");
            while (true)
            {
                await exchange.SendAsync("x");
                await Task.Delay(TimeSpan.FromMilliseconds(20), exchange.Over);
            }
        }),
        new("a body that stops coming", async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK|Content-Type: text/html|Content-Length: 1000000||<html>");
            await exchange.SilenceAsync();
        }),
    ];
}
