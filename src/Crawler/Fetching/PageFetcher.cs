using System.Net;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;
using DcCourseIndex.Crawler.Fetching.Recorded;
using DcCourseIndex.Crawler.Fetching.Robots;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>The page fetcher of one run of one source: robots rules, redirects and remembered pages; below it the host is asked politely.</summary>
public sealed class PageFetcher : IPageFetcher, IDisposable
{
    private readonly PageFetcherParts parts;
    private readonly SessionSecrets session = new();

    internal PageFetcher(PageFetcherParts parts) => this.parts = parts;

    /// <summary>What this run has cost so far.</summary>
    public FetchFigures Figures => parts.Count.Figures;

    /// <summary>The request that took longest so far; null before the first.</summary>
    public SlowestRequest? Slowest => parts.Count.Slowest;

    /// <summary>Where the portal wants to be left alone for longer than a run waits: its answer, with the time. Null: it does not.</summary>
    public PageFailure? AskedToWait { get; private set; }

    /// <inheritdoc />
    public PastHarvest Past => parts.Past;

    /// <inheritdoc />
    public int Portion { get; init; } = Portions.Harvest;

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> SitemapsAsync(Uri address, CancellationToken ct) => (await RobotsAsync(address, ct)).Rules.Sitemaps;

    /// <inheritdoc />
    public async Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        var page = await AskAsync(request, ct);
        AskedToWait ??= page.Failure is { Kind: FailureKind.AskedToWait } failure ? failure : null;
        return page;
    }

    private async Task<Page> AskAsync(PageRequest request, CancellationToken ct)
    {
        var ask = new Ask(request.Address, request.Accept) { Form = request.Form, Json = request.Json, FormToken = request.FormToken };
        if ((parts.NotReady ?? Unfit(request.Address)) is { } refused)
        {
            return Failed(request, ask.Address, refused);
        }
        var redirects = new List<RedirectHop>();
        for (var hops = 0; ; hops++)
        {
            var (rules, unread) = await RobotsAsync(ask.Address, ct);
            if ((unread ?? Forbidden(rules, ask.Address)) is { } forbidden)
            {
                return Failed(request, ask.Address, forbidden) with { Redirects = redirects };
            }
            var memory = request.Private ? null : parts.Memory;
            ask = ask with { Remembered = memory is null ? null : await memory.FindAsync(ask, ct) };
            var answer = await parts.Transport.AskAsync(ask, Delay(rules), ct);
            session.Learn(answer);
            var (next, wrong) = Redirects.Follow(ask, answer, hops, parts.Settings);
            if ((wrong ?? session.Leak(request, ask.Address, next?.Address)) is { } stopped)
            {
                return Failed(request, ask.Address, stopped) with { Redirects = redirects };
            }
            if (next is null)
            {
                var page = await PageAsync(request, ask, answer, memory, ct);
                return page with { Rules = parts.Owners.Of(page), Redirects = redirects };
            }
            redirects.Add(new(ask.Address, next.Address, answer.Status));
            ask = next;
        }
    }

    /// <summary>Reads the portal's tdmrep.json, as the protocol asks, before a run asks for its first page; where it cannot be had, the portal does not use the protocol.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (parts.NotReady is null && parts.Source.Address is { } address && Unfit(address) is null
            && await RobotsAsync(address, ct) is { Failure: null, Rules: var rules })
        {
            await parts.Owners.PrepareAsync(address, rules, AskOwnersFileAsync, ct);
        }
    }

    /// <summary>The robots rules that hold for an address, for those who look for its sitemaps; the failure where they could not be read.</summary>
    public Task<(RobotsRules Rules, PageFailure? Failure)> RobotsAsync(Uri address, CancellationToken ct) => parts.NotReady is { } notReady
        ? Task.FromResult<(RobotsRules, PageFailure?)>((RobotsRules.AllowAll, notReady))
        : parts.Owners.RobotsAsync(address, AskOwnersFileAsync, ct);

    /// <summary>Whether the owner's tdmrep.json reserves the text of a course that lies at this address, as far as that file was read in this run.</summary>
    public bool Reserves(string address) => Uri.TryCreate(address, UriKind.Absolute, out var course) && parts.Owners.ReservesByFile(course);

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
            if (memory is not null)
            {
                await memory.SeenAgainAsync(ask, remembered, ct);
            }
            return Page(request, ask, answer) with
            {
                Status = HttpStatusCode.OK, Body = remembered.Body, ContentType = remembered.ContentType, NotModified = true, Headers = RunMemory.Headers(remembered, answer),
            };
        }
        if (answer.Failure is null && ContentKind.Refusal(request, answer) is { } refusal)
        {
            return Failed(request, ask.Address, new(FailureKind.WrongContent, $"{SafeAddress.Of(ask.Address)} {refusal}"));
        }
        if (memory is not null && !session.IsIn(answer.Body.Span) && !SecretBytes.AreIn(answer.Body))
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

    private Task<Answer> AskOwnersFileAsync(Ask ask, CancellationToken ct) => parts.Transport.AskAsync(ask, parts.Source.Politeness.Delay, ct);

    private PageFailure? Forbidden(RobotsRules rules, Uri address) => rules.Allows(address) || parts.Owners.HasConsent(address) ? null : new(FailureKind.ForbiddenByRobots,
        $"{SafeAddress.Of(address)} is closed to crawlers by {address.GetLeftPart(UriPartial.Authority)}/robots.txt; ask the portal's owner to allow {FetchSettings.ProductToken} there, or for a written consent to be noted as permission: {{ state: granted, date: …, link: … }}.");

    private static PageFailure? Unfit(Uri address) => !address.IsAbsoluteUri || address.Scheme is not ("http" or "https")
        ? new(FailureKind.ForbiddenAddress, $"«{SafeAddress.Of(address)}» is no full http or https address; check what the portal or the source file says.")
        : HostSpelling.Wrong(address) is { } wrong
            ? new(FailureKind.ForbiddenAddress, $"«{SafeAddress.Of(address)}» is not asked, because {wrong}; write the address as a browser shows it.")
            : null;

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
