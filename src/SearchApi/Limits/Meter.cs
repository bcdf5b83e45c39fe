using System.Collections.Concurrent;

namespace DcCourseIndex.SearchApi.Limits;

/// <summary>What a client has left after a request. <paramref name="Wait"/> is null where the request may pass, else the time until it may.</summary>
internal readonly record struct Allowance(int Left, TimeSpan UntilFull, TimeSpan? Wait);

/// <summary>
/// Counts what clients use, as a bucket each that refills steadily, kept as the one moment at which it will be full again (the generic cell
/// rate algorithm). The limiters of the platform read the machine's own clock, tick by timers and do not say what is left.
/// </summary>
internal sealed class Meter(TimeProvider clock)
{
    /// <summary>Clients told apart at most, at about 150 bytes each; those above share one bucket until others have filled up again.</summary>
    public const int MostClients = 100_000;

    private const string Others = "others";
    private readonly ConcurrentDictionary<string, long> fullAt = new(StringComparer.Ordinal);
    private readonly long began = clock.GetTimestamp();
    private int count;
    private long swept;

    /// <summary>Takes units from a client's bucket, or none where there are too few; nothing costs more than a full bucket.</summary>
    public Allowance Take(string client, int units, RateLimits limits)
    {
        var now = clock.GetElapsedTime(began).Ticks;
        var unit = TimeSpan.TicksPerMinute / limits.PerMinute;
        var room = unit * limits.Burst;
        client = Known(client, now);
        while (true)
        {
            var stored = fullAt.TryGetValue(client, out var known);
            var full = stored ? Math.Max(known, now) : now;
            var after = full + (unit * Math.Min(units, limits.Burst));
            if (after - now > room)
                return new((int)((room - (full - now)) / unit), TimeSpan.FromTicks(full - now), TimeSpan.FromTicks(after - now - room));
            if (stored ? fullAt.TryUpdate(client, after, known) : Add(client, after))
                return new((int)((room - (after - now)) / unit), TimeSpan.FromTicks(after - now), null);
        }
    }

    private string Known(string client, long now)
    {
        if (Volatile.Read(ref count) < MostClients || fullAt.ContainsKey(client))
            return client;
        // At most once a second: somebody with very many addresses must not keep the service busy with sweeping.
        var last = Volatile.Read(ref swept);
        if (now - last > TimeSpan.TicksPerSecond && Interlocked.CompareExchange(ref swept, now, last) == last)
            Sweep(now);
        return Volatile.Read(ref count) < MostClients ? client : Others;
    }

    // A full bucket is like one that was never used.
    private void Sweep(long now)
    {
        foreach (var bucket in fullAt)
        {
            if (bucket.Value <= now && fullAt.TryRemove(bucket))
                Interlocked.Decrement(ref count);
        }
    }

    private bool Add(string client, long full)
    {
        if (!fullAt.TryAdd(client, full))
            return false;
        Interlocked.Increment(ref count);
        return true;
    }
}
