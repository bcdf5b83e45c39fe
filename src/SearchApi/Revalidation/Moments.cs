using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.SearchApi.Revalidation;

/// <summary>Since when this process has answered an address as it answers now, which is what Last-Modified can say of answers that no file stands behind.</summary>
internal sealed class Moments(TimeProvider clock)
{
    /// <summary>Addresses remembered at most, at about 150 bytes each. Beyond that all are forgotten, and read again once.</summary>
    public const int Most = 20_000;

    private readonly ConcurrentDictionary<UInt128, Moment> known = new();
    private int count;

    /// <summary>The moment from which on the address was answered with this tag.</summary>
    public DateTimeOffset Since(string address, string tag)
    {
        var name = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
        if (known.TryGetValue(name, out var moment) && moment.Tag == tag)
            return moment.Since;
        var now = new Moment(tag, clock.GetUtcNow());
        if (known.TryAdd(name, now))
        {
            if (Interlocked.Increment(ref count) > Most)
            {
                known.Clear();
                Volatile.Write(ref count, 0);
            }
        }
        else
        {
            known[name] = now;
        }
        return now.Since;
    }

    private sealed record Moment(string Tag, DateTimeOffset Since);
}
