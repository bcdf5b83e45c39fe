using System.Net.Sockets;
using System.Text;
using DcCourseIndex.Portals.Serving;
using Microsoft.AspNetCore.WebUtilities;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>One request to a misbehaving portal, with the stream on which anything may be sent.</summary>
public sealed class HostileExchange(Stream stream, Socket socket, string target, Uri root, Portal good, CancellationToken ct)
{
    public Stream Stream => stream;

    /// <summary>Path and query as they were sent.</summary>
    public string Target => target;

    /// <summary>Where the portal listens, without a slash at the end.</summary>
    public string Root => root.GetLeftPart(UriPartial.Authority);

    /// <summary>Ends when the test is over.</summary>
    public CancellationToken Over => ct;

    /// <summary>What the portal would answer if it were well.</summary>
    public PortalAnswer Good => good.Answer(new PortalRequest(1, "GET", target, DateTimeOffset.UnixEpoch)
    {
        Query = QueryHelpers.ParseQuery(target.Contains('?', StringComparison.Ordinal) ? target[target.IndexOf('?', StringComparison.Ordinal)..] : "")
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
    });

    /// <summary>Sends text as it stands; «|» in it stands for CR LF.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text.Replace("|", "\r\n", StringComparison.Ordinal)));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, ct);
        await stream.FlushAsync(ct);
    }

    /// <summary>A whole, right answer.</summary>
    public async Task AnswerAsync(int status, string type, ReadOnlyMemory<byte> body, string headers = "")
    {
        await SendAsync($"HTTP/1.1 {status} Status|Content-Type: {type}|Content-Length: {body.Length}|Connection: close|{headers}|");
        await SendAsync(body);
    }

    public Task AnswerAsync(int status, string type, string body, string headers = "") => AnswerAsync(status, type, Encoding.UTF8.GetBytes(body), headers);

    public Task RedirectAsync(string location) => AnswerAsync(302, "text/html", "", $"Location: {location}|");

    /// <summary>The same bytes for ever, or so often.</summary>
    public async Task RepeatAsync(Stream to, ReadOnlyMemory<byte> bytes, long times = long.MaxValue)
    {
        for (var i = 0L; i < times; i++)
        {
            await to.WriteAsync(bytes, ct);
        }
    }

    /// <summary>Hangs up with a reset instead of an end.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Says nothing until the test is over.</summary>
    public Task SilenceAsync() => Task.Delay(Timeout.Infinite, ct);
}
