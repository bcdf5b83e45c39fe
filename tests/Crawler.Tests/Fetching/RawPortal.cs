using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DcCourseIndex.Crawler.Tests.Fetching;

/// <summary>A portal that sends exactly the bytes that a test gives it, however wrong they are as HTTP, and hangs up.</summary>
internal sealed class RawPortal : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public RawPortal(byte[] answer)
    {
        listener.Start();
        Root = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        serving = ServeAsync(answer);
    }

    public Uri Root { get; }

    /// <summary>Connections that asked for something else than robots.txt.</summary>
    public int Asked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                var stream = client.GetStream();
                var head = new byte[8192];
                var read = await stream.ReadAsync(head, stop.Token);
                var robots = Encoding.ASCII.GetString(head, 0, read).StartsWith("GET /robots.txt", StringComparison.Ordinal);
                Asked += robots ? 0 : 1;
                await stream.WriteAsync(robots ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray() : answer, stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the crawler hung up first.
        }
    }
}
