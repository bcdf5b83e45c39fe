using System.Collections.Concurrent;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Keys;

/// <summary>Finds the key that came with a request. The store is asked once in a few seconds, so a revoked key opens nothing after <see cref="Fresh"/>.</summary>
internal sealed class KeyRing(KeyLedger ledger, TimeProvider clock)
{
    public const string Header = "X-Api-Key";

    /// <summary>How long the keys are taken from memory.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<long, DateTimeOffset> noted = new();
    private Reading current = new(DateTimeOffset.MinValue, Task.FromResult<KeptKeys?>(null));

    /// <summary>What a request sends as its key, in <c>Authorization: Bearer</c> (RFC 6750 §2.1) or in <see cref="Header"/>; null where it sends none.</summary>
    public static string? Sent(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } authorization, ..])
        {
            return authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..].Trim() : authorization;
        }

        return request.Headers[Header] is [var sent, ..] ? sent ?? "" : null;
    }

    /// <summary>The standing key with this text; null where there is none.</summary>
    public async Task<ApiKey?> FindAsync(string sent, CancellationToken ct)
    {
        var key = (await KeysAsync().WaitAsync(ct))?.Find(sent);
        if (key is not null)
        {
            Note(key.Id);
        }

        return key;
    }

    private Task<KeptKeys?> KeysAsync()
    {
        var known = Volatile.Read(ref current);
        var now = clock.GetUtcNow();
        if (now - known.At < Fresh && !known.Keys.IsFaulted)
        {
            return known.Keys;
        }

        // Whoever is first reads for all who come meanwhile.
        var wanted = new TaskCompletionSource<KeptKeys?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = Interlocked.CompareExchange(ref current, new(now, wanted.Task), known);
        if (seen == known)
        {
            _ = ReadAsync(wanted);
            return wanted.Task;
        }

        return seen.Keys;
    }

#pragma warning disable CA1031 // Whatever goes wrong belongs to those who wait for the keys.
    private async Task ReadAsync(TaskCompletionSource<KeptKeys?> wanted)
    {
        try
        {
            wanted.SetResult(await ledger.StandingAsync(CancellationToken.None));
        }
        catch (Exception failure)
        {
            wanted.SetException(failure);
        }
    }
#pragma warning restore CA1031

    private void Note(long key)
    {
        var now = clock.GetUtcNow();
        var before = noted.GetOrAdd(key, DateTimeOffset.MinValue);
        if (now - before >= BetweenNotes && noted.TryUpdate(key, now, before))
        {
            // Nobody waits for it: the writer may be busy with a whole run.
            _ = NoteAsync(key);
        }
    }

    private async Task NoteAsync(long key)
    {
        try
        {
            await ledger.UsedAsync(key, CancellationToken.None);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or ObjectDisposedException)
        {
            // The next use of the key is noted instead.
            noted[key] = DateTimeOffset.MinValue;
        }
    }

    private sealed record Reading(DateTimeOffset At, Task<KeptKeys?> Keys);
}
