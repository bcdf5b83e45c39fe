using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>
/// A door of plain sockets before a good portal. While it is in no <see cref="Mood"/>, every byte goes through to the good one;
/// in a mood the misbehaviour answers in its place, on the same address.
/// </summary>
public sealed class HostilePortal : IAsyncDisposable
{
    /// <summary>The name under which it writes its addresses; whoever asks it must know that it means the loopback.</summary>
    public const string Host = "hostile.example";

    private const int LongestHead = 64 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private Portal good = null!;
    private Task serving = Task.CompletedTask;
    private int asked;

    private HostilePortal()
    {
        listener.Start();
        Address = new Uri($"http://{Host}:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public Uri Address { get; }

    /// <summary>How it misbehaves from the next connection on; null: it is well.</summary>
    public Misbehaviour? Mood { get; set; }

    /// <summary>Requests answered in a mood, without those for robots.txt.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>Starts the good portal behind the door; it must write the given address into its pages.</summary>
    public static async Task<HostilePortal> StartAsync(Func<Uri, Task<Portal>> start)
    {
        var portal = new HostilePortal();
        portal.good = await start(portal.Address);
        portal.serving = portal.ServeAsync();
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await serving;
        await good.DisposeAsync();
        over.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(over.Token);
                open.RemoveAll(task => task.IsCompleted);
                open.Add(AnswerAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var mood = Mood;
                await using Stream stream = mood?.Certificate is { } certificate ? await SecureAsync(client, certificate) : client.GetStream();
                var head = await HeadAsync(stream);
                if (mood is null)
                {
                    await PassOnAsync(stream, head);
                }
                else if (head.Length > 0)
                {
                    await MisbehaveAsync(mood, stream, client.Client, head);
                    client.Client.Shutdown(SocketShutdown.Send);
                }
            }
            catch (Exception end) when (end is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The crawler hung up, or the test is over.
            }
        }
    }

    private static async Task<Stream> SecureAsync(TcpClient client, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
    {
        var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(certificate);
        return secure;
    }

    private async Task MisbehaveAsync(Misbehaviour mood, Stream stream, Socket socket, byte[] head)
    {
        var line = Encoding.Latin1.GetString(head, 0, Array.IndexOf(head, (byte)'\r')).Split(' ');
        var exchange = new HostileExchange(stream, socket, line.Length > 1 ? line[1] : "/", Address, good, over.Token);
        if (exchange.Target == "/robots.txt" && !mood.AlsoRobots)
        {
            await exchange.AnswerAsync(404, "text/plain", "");
            return;
        }

        Interlocked.Increment(ref asked);
        await mood.AnswerAsync(exchange);
    }

    private async Task PassOnAsync(Stream stream, byte[] head)
    {
        using var behind = new TcpClient();
        await behind.ConnectAsync(IPAddress.Loopback, good.Address.Port, over.Token);
        var inner = behind.GetStream();
        await inner.WriteAsync(head, over.Token);
        await Task.WhenAny(stream.CopyToAsync(inner, over.Token), inner.CopyToAsync(stream, over.Token));
    }

    private async Task<byte[]> HeadAsync(Stream stream)
    {
        var head = new byte[LongestHead];
        var length = 0;
        while (length < head.Length && !head.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await stream.ReadAsync(head.AsMemory(length), over.Token);
            if (read == 0)
            {
                return [];
            }

            length += read;
        }

        return head[..length];
    }
}
