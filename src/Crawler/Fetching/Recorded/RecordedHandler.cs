using System.Net;
using System.Text;

namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>Answers requests from a recording instead of the network, whatever host they go to; what is not in it answers 404.</summary>
public sealed class RecordedHandler(Recording recording) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("A request has an address.");
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return recording.Find(request.Method.Method, address.PathAndQuery, body) is { } exchange
            ? Answered(request, exchange)
            : NotRecorded(request, address);
    }

    private HttpResponseMessage Answered(HttpRequestMessage request, RecordedExchange exchange)
    {
        var response = new HttpResponseMessage((HttpStatusCode)exchange.Status) { RequestMessage = request };
        if (exchange.File is { } file)
        {
            response.Content = new StreamContent(File.OpenRead(recording.PathOf(file)));
        }
        foreach (var (name, value) in exchange.Headers ?? new Dictionary<string, string>())
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
        return response;
    }

    private static HttpResponseMessage NotRecorded(HttpRequestMessage request, Uri address)
    {
        var response = new HttpResponseMessage(HttpStatusCode.NotFound)
        {
            RequestMessage = request,
            Content = new StringContent($"{request.Method} {SafeAddress.Of(address.PathAndQuery)} is not in the recording.", Encoding.UTF8, "text/plain"),
        };
        response.Headers.TryAddWithoutValidation(Page.NotRecordedHeader, "1");
        return response;
    }
}
