using System.Net;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>
/// Lets a platform read a portal as far as a sample: what it asks for beyond that is not asked for but answered as missing (404), by which every
/// platform ends a list or passes over a course by its own rule.
/// </summary>
internal sealed class SampledFetcher(IPageFetcher inner, int most) : IPageFetcher
{
    private int asked;

    /// <summary>The platform would have asked for more.</summary>
    public bool Spent => asked > most;

    /// <inheritdoc/>
    public int Portion => Portions.Sample;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => inner.SitemapsAsync(address, ct);

    /// <inheritdoc/>
    public Task<Page> FetchAsync(PageRequest request, CancellationToken ct) => asked++ < most
        ? inner.FetchAsync(request, ct)
        : Task.FromResult(new Page { Request = request, Address = request.Address, Status = HttpStatusCode.NotFound });
}
