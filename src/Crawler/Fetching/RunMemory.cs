using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Decides which pages of a source are remembered and asked for with validators: plain GETs without secrets whose answer has a validator and may be kept.</summary>
internal sealed class RunMemory(string source, PageMemory pages)
{
    // RFC 9110 §15.4.5: «not modified» need not say them again.
    private static readonly string[] Kept = ["X-Robots-Tag", "tdm-reservation", "tdm-policy"];

    public Task<RememberedPage?> FindAsync(Ask ask, CancellationToken ct) =>
        IsFit(ask) ? pages.FindAsync(source, ask.Address.AbsoluteUri, ct) : Task.FromResult<RememberedPage?>(null);

    public Task RememberAsync(Ask ask, Answer answer, CancellationToken ct)
    {
        var (etag, modified) = (answer.Header("ETag"), answer.Header("Last-Modified"));
        var keep = IsFit(ask)
            && answer is { Failure: null, Status: HttpStatusCode.OK }
            && (etag ?? modified) is not null
            && answer.Header("Cache-Control")?.Contains("no-store", StringComparison.OrdinalIgnoreCase) != true;
        return keep
            ? pages.RememberAsync(source, ask.Address.AbsoluteUri, new(etag, modified, answer.ContentType, answer.Body) { Headers = Lasting(answer.Headers) }, ct)
            : Task.CompletedTask;
    }

    public Task SeenAgainAsync(Ask ask, RememberedPage remembered, CancellationToken ct) => pages.SeenAgainAsync(source, ask.Address.AbsoluteUri, remembered, ct);

    /// <summary>The headers of «not modified» with those of the remembered answer that it does not repeat.</summary>
    public static IReadOnlyDictionary<string, string> Headers(RememberedPage remembered, Answer answer)
    {
        var headers = new Dictionary<string, string>(remembered.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in answer.Headers)
        {
            headers[name] = value;
        }
        return headers;
    }

    private static Dictionary<string, string> Lasting(IReadOnlyDictionary<string, string> headers) => Kept
        .Where(headers.ContainsKey)
        .ToDictionary(name => name, name => headers[name], StringComparer.OrdinalIgnoreCase);

    private static bool IsFit(Ask ask) => !ask.IsPost && !SafeAddress.HasSecret(ask.Address);
}
