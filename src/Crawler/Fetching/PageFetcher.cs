using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;
using DcCourseIndex.Crawler.Fetching.Robots;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>The page fetcher of one run of one source: robots rules, redirects and remembered pages; below it the host is asked politely.</summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    private readonly PageFetcherParts parts;

    internal PageFetcher(PageFetcherParts parts) => this.parts = parts;

    /// <summary>What this run has cost so far.</summary>
    public FetchFigures Figures => parts.Count.Figures;

    /// <summary>The request that took longest so far; null before the first.</summary>
    public SlowestRequest? Slowest => parts.Count.Slowest;

    /// <inheritdoc />
    public PastHarvest Past => parts.Past;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => (await RobotsAsync(address, ct)).Rules.Sitemaps;

    /// <inheritdoc />
    public async Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        var ask = new Ask(request.Address, request.Accept) { Form = request.Form, Json = request.Json };
        if ((parts.NotReady ?? Unfit(request.Address)) is { } refused)
        {
            return Failed(request, ask.Address, refused);
        }
        for (var hops = 0; ; hops++)
        {
            var (rules, unread) = await RobotsAsync(ask.Address, ct);
            if ((unread ?? Forbidden(rules, ask.Address)) is { } forbidden)
            {
                return Failed(request, ask.Address, forbidden);
            }
            var memory = request.Private ? null : parts.Memory;
            ask = ask with { Remembered = memory is null ? null : await memory.FindAsync(ask, ct) };
            var answer = await parts.Transport.AskAsync(ask, Delay(rules), ct);
            var (next, wrong) = Redirects.Follow(ask, answer, hops, parts.Settings);
            if (wrong is not null)
            {
                return Failed(request, ask.Address, wrong);
            }
            if (next is null)
            {
                return await PageAsync(request, ask, answer, memory, ct);
            }
            ask = next;
        }
    }

    /// <summary>The robots rules that hold for an address, for those who look for its sitemaps; the failure where they could not be read.</summary>
    public Task<(RobotsRules Rules, PageFailure? Failure)> RobotsAsync(Uri address, CancellationToken ct) =>
        parts.Robots.ForAsync(address, (ask, token) => parts.Transport.AskAsync(ask, parts.Source.Politeness.Delay, token), ct);

    public void Dispose() => parts.Transport.Dispose();

    private async Task<Page> PageAsync(PageRequest request, Ask ask, Answer answer, RunMemory? memory, CancellationToken ct)
    {
        if (answer.Status == HttpStatusCode.NotModified && answer.Failure is null)
        {
            if (ask.Remembered is not { } remembered)
            {
                return Failed(request, ask.Address, new(FailureKind.BrokenAnswer,
                    $"{SafeAddress.Of(ask.Address)} answered «not modified» though nothing was remembered of it; tell the portal's owner."));
            }
            parts.Count.NotModified();
            return Page(request, ask, answer) with
            {
                Status = HttpStatusCode.OK, Body = remembered.Body, ContentType = remembered.ContentType, NotModified = true,
            };
        }
        if (memory is not null)
        {
            await memory.RememberAsync(ask, answer, ct);
        }
        return Page(request, ask, answer);
    }

    private TimeSpan Delay(RobotsRules rules)
    {
        var own = parts.Source.Politeness.Delay;
        return parts.IsLive && rules.CrawlDelay is { } asked && asked > own ? asked : own;
    }

    private PageFailure? Forbidden(RobotsRules rules, Uri address) => rules.Allows(address) || HasConsent(address) ? null : new(FailureKind.ForbiddenByRobots,
        $"{SafeAddress.Of(address)} is closed to crawlers by {address.GetLeftPart(UriPartial.Authority)}/robots.txt; ask the portal's owner to allow {FetchSettings.ProductToken} there, or for a written consent to be noted as permission: {{ state: granted, date: …, link: … }}.");

    // robots.txt speaks to crawlers that the owner does not know; what he has agreed to with this one goes before it, on his own host.
    private bool HasConsent(Uri address) => parts.Source is { Permission: { State: "granted" } given, Address: { } own }
        && (given.Date is not null || given.Link is not null)
        && string.Equals(own.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static PageFailure? Unfit(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https" ? null : new(FailureKind.ForbiddenAddress,
        $"«{SafeAddress.Of(address)}» is no full http or https address; check what the portal or the source file says.");

    private static Page Page(PageRequest request, Ask ask, Answer answer) => new()
    {
        Request = request,
        Address = ask.Address,
        Status = answer.Status,
        Body = answer.Body,
        ContentType = answer.ContentType,
        Headers = answer.Headers,
        Failure = answer.Failure,
    };

    private static Page Failed(PageRequest request, Uri address, PageFailure failure) => new() { Request = request, Address = address, Failure = failure };
}
