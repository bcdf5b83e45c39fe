using System.Collections.Concurrent;
using DcCourseIndex.Crawler.Fetching.Network;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>The robots rules of every origin that is asked, read once and kept as long as RFC 9309 §2.4 allows.</summary>
internal sealed class HostRobots(FetchSettings settings, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // A host that did not answer may be up again soon; until then nothing on it is asked.
    private static readonly TimeSpan FailureKept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules for an address, or the failure because of which nothing there may be asked (§2.3.1.4).</summary>
    public async Task<(RobotsRules Rules, PageFailure? Failure)> ForAsync(Uri address, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(origin, out var entry) || entry.Until <= clock.GetUtcNow())
        {
            var (rules, failure) = await ReadAsync(new Uri(origin + "/robots.txt"), ask, ct);
            entry = new(rules, failure, clock.GetUtcNow() + (failure is null ? Kept : FailureKept));
            known[origin] = entry;
        }
        return (entry.Rules, entry.Failure);
    }

    private async Task<(RobotsRules, PageFailure?)> ReadAsync(Uri address, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        var hop = new Ask(address, "text/plain,*/*;q=0.5");
        for (var hops = 0; ; hops++)
        {
            var answer = await ask(hop, ct);
            var (next, forbidden) = Redirects.Follow(hop, answer, hops, settings);
            if (next is not null)
            {
                hop = next;
                continue;
            }
            if ((answer.Failure ?? forbidden) is { } failure)
            {
                // More redirects than are followed count as «there is none» (§2.3.1.2).
                return failure.Kind == FailureKind.TooManyRedirects ? (RobotsRules.AllowAll, null) : (RobotsRules.AllowAll, Unread(failure));
            }
            // 4xx: there is none, everything is allowed (§2.3.1.3).
            var rules = (int)answer.Status is >= 200 and < 300 ? RobotsFile.Read(answer.Body.Span, FetchSettings.ProductToken) : RobotsRules.AllowAll;
            log.LogInformation("{Address}: {Status}, {Rules} rules, crawl delay {Delay}", SafeAddress.Of(address), (int)answer.Status, rules.Rules.Count, rules.CrawlDelay);
            return (rules, null);
        }
    }

    private static PageFailure Unread(PageFailure failure) => failure with
    {
        Message = $"Its robots.txt could not be read, so nothing there may be asked (RFC 9309 §2.3.1.4): {failure.Message}",
    };

    private sealed record Known(RobotsRules Rules, PageFailure? Failure, DateTimeOffset Until);
}
