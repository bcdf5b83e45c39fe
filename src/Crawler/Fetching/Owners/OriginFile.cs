using System.Collections.Concurrent;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching.Network;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Fetching.Owners;

/// <summary>
/// A file by which the owner of an origin speaks to crawlers (robots.txt, tdmrep.json), read and understood: asked for at most once in a day,
/// and while the origin does not answer its last good copy holds for up to thirty days, also across restarts where <paramref name="copies"/> keeps them.
/// </summary>
internal sealed class OriginFile<T>(
    string path, int cap, Func<ReadOnlyMemory<byte>?, Uri, T> understand, FetchSettings settings, TimeProvider clock, SiteFiles? copies, ILogger log)
{
    /// <summary>RFC 9309 §2.4: a copy is used for a day without asking again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>RFC 9309 §2.3.1.4: the reasonably long time after which an old copy means nothing any more.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    // An origin that did not answer may be up again soon.
    private static readonly TimeSpan AskedAgain = TimeSpan.FromMinutes(5);

    // RFC 9309 §2.3.1.2: at least five, whatever is set for pages.
    private readonly FetchSettings following = settings with { MaxRedirects = Math.Max(5, settings.MaxRedirects) };
    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the file of an address's origin says; with the failure where it could not be read and no good copy stands in for it.</summary>
    public async Task<(T Says, PageFailure? Failure)> OfAsync(Uri address, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var turn = turns.GetOrAdd(origin, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            if (!known.TryGetValue(origin, out var entry) || entry.Until <= clock.GetUtcNow())
            {
                known[origin] = entry = await LookAsync(new Uri(origin + path), origin, ask, ct);
            }
            return (entry.Says, entry.Failure);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is known of an address's origin without asking.</summary>
    public bool TryGet(Uri address, out T? says)
    {
        var found = known.TryGetValue(address.GetLeftPart(UriPartial.Authority), out var entry);
        says = found ? entry!.Says : default;
        return found;
    }

    private async Task<Known> LookAsync(Uri file, string origin, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        var copy = copies is null ? null : await copies.FindAsync(origin, path, ct);
        var earlier = copy is null ? known.GetValueOrDefault(origin) : new Known(understand(copy.Body, file), null, copy.ReadAt, copy.ReadAt + Fresh);
        if (earlier is { Failure: null } && clock.GetUtcNow() < earlier.ReadAt + Fresh)
        {
            return earlier;
        }
        var (body, failure) = await FetchAsync(file, ask, ct);
        var now = clock.GetUtcNow();
        if (failure is null)
        {
            if (copies is not null)
            {
                await copies.KeepAsync(origin, path, new(body, now), ct);
            }
            return new(understand(body, file), null, now, now + Fresh);
        }
        if (earlier is { Failure: null } && now - earlier.ReadAt <= Oldest)
        {
            log.LogWarning("{File} cannot be read; its copy of {Day:yyyy-MM-dd} still holds. {Why}", SafeAddress.Of(file), earlier.ReadAt, failure.Message);
            return earlier with { Until = now + AskedAgain };
        }
        return new(understand(null, file), failure, now, now + AskedAgain);
    }

    // Null and no failure: the origin says that it has none (§2.3.1.3), or sends us round in circles (§2.3.1.2).
    private async Task<(ReadOnlyMemory<byte>? Body, PageFailure? Failure)> FetchAsync(Uri file, Func<Ask, CancellationToken, Task<Answer>> ask, CancellationToken ct)
    {
        var hop = new Ask(file, "text/plain,application/json;q=0.9,*/*;q=0.5") { Enough = cap };
        for (var hops = 0; ; hops++)
        {
            var answer = await ask(hop, ct);
            var (next, forbidden) = Redirects.Follow(hop, answer, hops, following);
            if (next is not null)
            {
                hop = next;
                continue;
            }
            if ((answer.Failure ?? forbidden) is { } failure)
            {
                return (null, failure.Kind == FailureKind.TooManyRedirects ? null : failure);
            }
            log.LogInformation("{File}: {Status}", SafeAddress.Of(file), (int)answer.Status);
            return ((int)answer.Status is >= 200 and < 300 ? answer.Body : null, null);
        }
    }

    // ReadAt is when the origin last gave the answer that Says stands for.
    private sealed record Known(T Says, PageFailure? Failure, DateTimeOffset ReadAt, DateTimeOffset Until);
}
