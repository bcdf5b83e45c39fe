using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Alarms;

/// <summary>
/// Posts alarms as JSON to an address that the operator has set. This is the one request that does not go through the page fetcher: robots rules,
/// pace and address guard are for portals, and the operator's receiver may well lie in a private network.
/// </summary>
public sealed class WebhookChannel : IAlarmChannel, IDisposable
{
    /// <summary>Carries <c>sha256=</c> and the HMAC of the body (RFC 2104) in hexadecimal, where a key is set.</summary>
    public const string SignatureHeader = "X-DcCourseIndex-Signature";

    /// <summary>Longest time from connecting to the answer's headers.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MaxHeaderKilobytes = 16;

    private readonly Uri address;
    private readonly byte[]? key;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        // Nothing of the answer but its status is of interest.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    /// <summary>Without <paramref name="secret"/> the posts are unsigned.</summary>
    public WebhookChannel(Uri address, string? secret, TimeProvider clock)
    {
        (this.address, this.clock) = (address, clock);
        key = string.IsNullOrEmpty(secret) ? null : Encoding.UTF8.GetBytes(secret);
    }

    public string Name => "webhook";

    public async Task<string?> TellAsync(AlarmNote note, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var message = Message(note);
        try
        {
            using var response = await invoker.SendAsync(message, either.Token);
            return Judge(response.StatusCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return $"{Shown} did not answer within {Longest.TotalSeconds} seconds.";
        }
        catch (HttpRequestException failure)
        {
            // Messages of the library may hold the whole address, and an address may be a secret.
            return $"{Shown} cannot be reached ({failure.HttpRequestError}).";
        }
    }

    public void Dispose() => invoker.Dispose();

    /// <summary>Scheme and host: the path of a webhook is often its password.</summary>
    private string Shown => $"{address.Scheme}://{address.Authority}/…";

    private string? Judge(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"{Shown} answers {(int)status} and sends elsewhere, which is not followed; write the address that it means into alarms.webhook.",
        _ => $"{Shown} answers {(int)status}.",
    };

    private HttpRequestMessage Message(AlarmNote note)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(note, Wire.Json);
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        message.Headers.TryAddWithoutValidation("User-Agent", Fetching.FetchSettings.ProductToken);
        if (key is not null)
        {
            message.Headers.TryAddWithoutValidation(SignatureHeader, $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(key, body))}");
        }

        return message;
    }
}
