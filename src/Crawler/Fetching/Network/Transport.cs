using System.Net.Http.Headers;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Sends one request once and reads its answer whole; every ordinary failure comes back as a value.</summary>
internal sealed class Transport(HttpMessageHandler door, FetchSettings settings, TimeProvider clock, FetchCount count) : IDisposable
{
    private readonly HttpMessageInvoker invoker = new(door, disposeHandler: true);

    public async Task<Answer> SendAsync(Ask ask, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(settings.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            count.Request();
            using var message = ask.Message(settings);
            using var response = await invoker.SendAsync(message, either.Token);
            return await ReadAsync(ask, response, either.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && Failures.Judge(e, ask.Address, settings) is { } failed)
        {
            return failed;
        }
    }

    public void Dispose() => invoker.Dispose();

    private async Task<Answer> ReadAsync(Ask ask, HttpResponseMessage response, CancellationToken ct)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(response.Headers, headers);
        Add(response.Content.Headers, headers);
        await using var wire = new WireStream(await response.Content.ReadAsStreamAsync(ct), count.Received);
        var body = await BodyReading.ReadAsync(wire, headers.GetValueOrDefault("Content-Encoding"), settings.MaxBodyBytes, ct);
        return new()
        {
            Status = response.StatusCode,
            Headers = headers,
            ContentType = headers.GetValueOrDefault("Content-Type"),
            Body = body,
            Failure = body is null ? Failures.TooLarge(ask.Address, settings) : null,
        };
    }

    private static void Add(HttpHeaders sent, Dictionary<string, string> headers)
    {
        foreach (var (name, values) in sent.NonValidated)
        {
            // A comma may stand inside of one X-Robots-Tag, so that several keep apart.
            headers[name] = name.Equals("X-Robots-Tag", StringComparison.OrdinalIgnoreCase) ? string.Join(Rules.IndexingRules.HeaderEnd, values) : values.ToString();
        }
    }
}
