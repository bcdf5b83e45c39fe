using System.Globalization;
using System.Net.Http.Headers;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Sends one request once and reads its answer whole; every ordinary failure comes back as a value.</summary>
internal sealed class Transport(HttpMessageHandler door, FetchSettings settings, TimeProvider clock, FetchCount count) : IDisposable
{
    private readonly HttpMessageInvoker invoker = new(door, disposeHandler: true);

    public async Task<Answer> SendAsync(Ask ask, CancellationToken ct)
    {
        using var limits = new AttemptClock(settings, clock, ct);
        try
        {
            count.Request();
            using var message = ask.Message(settings);
            using var response = await invoker.SendAsync(message, limits.Token);
            limits.BodyBegins();
            return await ReadAsync(ask, response, limits);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && Failures.Judge(e, ask.Address, settings, limits.Passed) is { } failed)
        {
            return failed;
        }
    }

    public void Dispose() => invoker.Dispose();

    private async Task<Answer> ReadAsync(Ask ask, HttpResponseMessage response, AttemptClock limits)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var lines = Add(response.Headers, headers) + Add(response.Content.Headers, headers);
        if (lines > settings.MaxHeaders)
        {
            return Answer.Failed(FailureKind.BrokenAnswer, Failures.TooManyHeaders(ask.Address, lines));
        }
        if (headers.GetValueOrDefault("Content-Length") is { } length && !long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            // RFC 9112 §6.3: neither several lengths nor something else than a number says where the body ends.
            return Answer.Failed(FailureKind.BrokenAnswer, Failures.WrongLength(ask.Address, length));
        }
        await using var wire = new WireStream(await response.Content.ReadAsStreamAsync(limits.Token), settings.MaxBodyBytes, Received);
        var body = await BodyReading.ReadAsync(wire, headers.GetValueOrDefault("Content-Encoding"), settings.MaxBodyBytes, limits.Token, ask.Enough);
        return new()
        {
            Status = response.StatusCode,
            Headers = headers,
            ContentType = headers.GetValueOrDefault("Content-Type"),
            Body = body,
            Failure = body is null ? Failures.TooLarge(ask.Address, settings) : null,
        };

        void Received(int read)
        {
            count.Received(read);
            limits.Received(read);
        }
    }

    private static int Add(HttpHeaders sent, Dictionary<string, string> headers)
    {
        var lines = 0;
        foreach (var (name, values) in sent.NonValidated)
        {
            // A comma may stand inside of one X-Robots-Tag, so that several keep apart.
            headers[name] = name.Equals("X-Robots-Tag", StringComparison.OrdinalIgnoreCase) ? string.Join(Rules.IndexingRules.HeaderEnd, values) : values.ToString();
            lines += values.Count;
        }
        return lines;
    }
}
