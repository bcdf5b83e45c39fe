using System.Numerics;
using System.Runtime.InteropServices;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>CRC-32C (RFC 3720, B.4) by the processor's own instruction, eight bytes at a time.</summary>
internal static class Checksum
{
    /// <summary>Goes on from what was before.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            before = BitOperations.Crc32C(before, word);
        }

        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
        {
            before = BitOperations.Crc32C(before, last);
        }

        return before;
    }
}
