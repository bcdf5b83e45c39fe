using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Decides which pages of a source are remembered and asked for with validators: plain GETs without secrets whose answer has a validator and may be kept.</summary>
internal sealed class RunMemory(string source, PageMemory pages)
{
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
            ? pages.RememberAsync(source, ask.Address.AbsoluteUri, new(etag, modified, answer.ContentType, answer.Body), ct)
            : Task.CompletedTask;
    }

    private static bool IsFit(Ask ask) => !ask.IsPost && !SafeAddress.HasSecret(ask.Address);
}
