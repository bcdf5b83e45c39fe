using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DcCourseIndex.Crawler.Tests.Alarms;

/// <summary>A mail server that holds one small conversation at a time (RFC 5321), takes what it is told to take and keeps it.</summary>
internal sealed class LoopbackMail : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private readonly Func<string, string?> refuses;
    private readonly bool silent;

    /// <summary><paramref name="refuses"/> gives the refusal of a command line, or null; a silent server takes the call and says nothing.</summary>
    public LoopbackMail(Func<string, string?>? refuses = null, bool silent = false)
    {
        (this.refuses, this.silent) = (refuses ?? (_ => null), silent);
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every command line that came.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Every mail, as sent.</summary>
    public List<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The test is over, or the caller hung up first.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        if (silent)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        await SayAsync(stream, "220 mail.example");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            await SayAsync(stream, refuses(line) ?? verb switch
            {
                "QUIT" => "221 Bye",
                "DATA" => "354 Go on",
                "EHLO" => "250 mail.example",
                _ => "250 OK",
            });
            if (verb == "DATA")
            {
                Mails.Add(await MailAsync(reader));
                await SayAsync(stream, "250 Kept");
            }
        }
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            mail.AppendLine(line);
        }

        return mail.ToString();
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token);
}
