using System.Numerics;
using System.Runtime.InteropServices;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// A segment as a file: a head of numbers (mark, lengths of the parts, checksum), then the parts as they stand in memory. Written whole, on disk
/// before it gets its name. It can always be made again from the store, so a file that is not as it was written is only reported.
/// </summary>
internal static class SegmentFile
{
    // «dcs1»; numbers are little-endian, as on every machine that this runs on.
    private const int Mark = 0x31736364;
    private const int Parts = 7;
    private const int HeadNumbers = Parts + 2;
    private const int Whole = 1 << 20;

    public static void Write(string path, Segment segment)
    {
        var parts = PartsOf(segment);
        Span<int> head = stackalloc int[HeadNumbers];
        head[0] = Mark;
        var checksum = 0u;
        for (var part = 0; part < Parts; part++)
        {
            var bytes = Bytes(parts[part]);
            head[part + 1] = parts[part].Length;
            checksum = Checksum(bytes, checksum);
        }

        head[^1] = (int)checksum;
        var next = path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(MemoryMarshal.AsBytes(head));
            foreach (var part in parts)
            {
                file.Write(Bytes(part));
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    /// <summary>Reads a segment; null where there is no such file, or one that is not as it was written.</summary>
    public static Segment? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            Span<int> head = stackalloc int[HeadNumbers];
            file.ReadExactly(MemoryMarshal.AsBytes(head));
            if (head[0] != Mark || file.Length != Length(head))
            {
                return null;
            }

            var checksum = 0u;
            var numbers = new int[Parts][];
            byte[] weights = [];
            for (var part = 0; part < Parts; part++)
            {
                Array array = part == 0 ? weights = GC.AllocateUninitializedArray<byte>(head[1]) : numbers[part] = GC.AllocateUninitializedArray<int>(head[part + 1]);
                var bytes = Bytes(array);
                for (var at = 0; at < bytes.Length; at += Whole)
                {
                    file.ReadExactly(bytes[at..Math.Min(bytes.Length, at + Whole)]);
                }

                checksum = Checksum(bytes, checksum);
            }

            return (int)checksum == head[^1]
                ? new Segment { Weights = weights, Starts = numbers[1], Docs = numbers[2], Held = numbers[3], TextStarts = numbers[4], Text = numbers[5], Gone = numbers[6] }
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Array[] PartsOf(Segment segment) => [segment.Weights, segment.Starts, segment.Docs, segment.Held, segment.TextStarts, segment.Text, segment.Gone];

    private static long Length(ReadOnlySpan<int> head)
    {
        var length = (HeadNumbers * (long)sizeof(int)) + (uint)head[1];
        for (var part = 1; part < Parts; part++)
        {
            length += (uint)head[part + 1] * (long)sizeof(int);
        }

        return length;
    }

    private static Span<byte> Bytes(Array part) => part is byte[] bytes ? bytes : MemoryMarshal.AsBytes(((int[])part).AsSpan());

    // CRC-32C (RFC 3720, B.4) by the processor's own instruction, eight bytes at a time.
    private static uint Checksum(ReadOnlySpan<byte> bytes, uint before)
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
