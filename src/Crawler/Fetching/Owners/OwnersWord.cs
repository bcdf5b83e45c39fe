using DcCourseIndex.Crawler.Fetching.Network;
using DcCourseIndex.Crawler.Fetching.Robots;
using DcCourseIndex.Crawler.Fetching.Rules;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Fetching.Owners;

/// <summary>What the owners of the addresses of one source say: robots.txt before a page is asked for, its own rules when it is there, and before both a written consent.</summary>
internal sealed class OwnersWord(SourceDefinition source, OwnersFiles files, TimeProvider clock)
{
    public Task<(RobotsRules Rules, PageFailure? Failure)> RobotsAsync(Uri address, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct) =>
        files.Robots.ForAsync(address, ask, ct);

    public bool HasConsent(Uri address) => source.HasConsent(address);

    /// <summary>Reads the origin's tdmrep.json, as the protocol asks, before the first page of it.</summary>
    public async Task PrepareAsync(Uri address, RobotsRules robots, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        if (!HasConsent(address) && robots.Allows(new Uri(address, "/.well-known/tdmrep.json")))
        {
            await files.Mining.OfAsync(address, ask, ct);
        }
    }

    /// <summary>The rules of a page that came; none where there is no page.</summary>
    public PageRules Of(Page page)
    {
        if (!page.IsSuccess || HasConsent(page.Address))
        {
            return PageRules.None;
        }
        var html = IsHtml(page) ? PageText.Decode(page).Text : null;
        var mining = MiningRule.Of(page.Headers, html, OfFile(page.Address));
        return new()
        {
            Indexing = IndexingRules.Of(page.Headers, html, clock.GetUtcNow()),
            Reserved = mining.Reserved == true,
            Policy = mining.Policy,
        };
    }

    /// <summary>Whether the origin's file reserves an address that was not itself asked for, such as a course named by an interface. Asks nothing.</summary>
    public bool ReservesByFile(Uri address) => !HasConsent(address) && OfFile(address).Reserved == true;

    private MiningRule OfFile(Uri address) => files.Mining.TryGet(address, out var file) ? file!.For(address) : MiningRule.Unset;

    private static bool IsHtml(Page page) => page.ContentType is null
        || page.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase)
        || (page.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] && !page.ContentType.Contains("xml", StringComparison.OrdinalIgnoreCase));
}
