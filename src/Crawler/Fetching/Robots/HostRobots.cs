using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;
using DcCourseIndex.Crawler.Fetching.Owners;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>The robots rules of every origin that is asked (RFC 9309 §2.3 and §2.4). The rules hold for the origin that was asked, wherever its file was found in the end.</summary>
internal sealed class HostRobots(FetchSettings settings, TimeProvider clock, ILogger log, SiteFiles? copies = null)
{
    private readonly OriginFile<RobotsRules> _files = new("/robots.txt", RobotsFile.MaxBytes + 1, (body, file) => Rules(body, file, log), settings, clock, copies, log);

    /// <summary>The rules for an address, or the failure because of which nothing there may be asked (§2.3.1.4).</summary>
    public async Task<(RobotsRules Rules, PageFailure? Failure)> ForAsync(Uri address, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        var (rules, failure) = await _files.OfAsync(address, ask, ct);
        // What is not asked at all says why by itself.
        return (rules, failure is { Kind: not FailureKind.ForbiddenAddress } ? Unread(failure) : failure);
    }

    private static RobotsRules Rules(ReadOnlyMemory<byte>? body, Uri file, ILogger log)
    {
        var rules = body is { } text ? RobotsFile.Read(text.Span, FetchSettings.ProductToken) : RobotsRules.AllowAll;
        if (rules.CrawlDelayAsked is { } asked && asked > rules.CrawlDelay)
        {
            log.LogWarning("{File} asks for {Asked} between two requests, with which a harvest would never end; {Kept} are kept. Ask its owner.", SafeAddress.Of(file), asked, rules.CrawlDelay);
        }
        return rules;
    }

    private static PageFailure Unread(PageFailure failure) => failure with
    {
        Message = $"Its robots.txt could not be read, so nothing there may be asked (RFC 9309 §2.3.1.4): {failure.Message}",
    };
}
