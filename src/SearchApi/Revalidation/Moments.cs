using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.SearchApi.Revalidation;

/// <summary>Since when this process has answered an address as it answers now, which is what Last-Modified can say of answers that no file stands behind.</summary>
internal sealed class Moments(TimeProvider clock)
{
    /// <summary>Places for addresses, 3 MB that are held from the beginning, so that memory does not rise and fall with readers. Two addresses of one place forget each other, and are then read once more.</summary>
    public const int Places = 1 << 16;

    private readonly Moment[] known = new Moment[Places];
    private readonly Lock gate = new();

    /// <summary>The moment from which on the address was answered with this tag.</summary>
    public DateTimeOffset Since(string address, string tag)
    {
        var now = new Moment(Digest(address), Digest(tag), clock.GetUtcNow());
        ref var place = ref known[(int)(now.Address % Places)];
        lock (gate)
        {
            if (place.Address != now.Address || place.Tag != now.Tag)
                place = now;
            return place.Since;
        }
    }

    private static UInt128 Digest(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private readonly record struct Moment(UInt128 Address, UInt128 Tag, DateTimeOffset Since);
}
