using System.Runtime.InteropServices;
using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// A segment as a file: a head of numbers (mark, lengths of the parts, checksum), then the parts as they stand in memory. Written whole, on disk
/// before it gets its name. It can always be made again from the store, so a file that is not as it was written is only reported.
/// </summary>
internal static class SegmentFile
{
    // «dcs4»; numbers are little-endian, as on every machine that this runs on.
    private const int Mark = 0x34736364;
    private const int Parts = 8;
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
            checksum = Checksum.Of(bytes, checksum);
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
            var parts = new Array[Parts];
            for (var part = 0; part < Parts; part++)
            {
                var bytes = Bytes(parts[part] = Room(part, head[part + 1]));
                for (var at = 0; at < bytes.Length; at += Whole)
                {
                    file.ReadExactly(bytes[at..Math.Min(bytes.Length, at + Whole)]);
                }

                checksum = Checksum.Of(bytes, checksum);
            }

            return (int)checksum == head[^1] ? Of(parts) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Array[] PartsOf(Segment segment) =>
        [segment.Weights, segment.Starts, segment.Docs, segment.Held, segment.TextStarts, segment.Text, segment.Gone, segment.Pairs];

    private static Segment Of(Array[] parts) => new()
    {
        Weights = (byte[])parts[0],
        Starts = (int[])parts[1],
        Docs = (int[])parts[2],
        Held = (int[])parts[3],
        TextStarts = (int[])parts[4],
        Text = (int[])parts[5],
        Gone = (int[])parts[6],
        Pairs = (int[])parts[7],
    };

    // The weights come first, and are bytes.
    private static Array Room(int part, int length) => part == 0 ? GC.AllocateUninitializedArray<byte>(length) : GC.AllocateUninitializedArray<int>(length);

    private static long Length(ReadOnlySpan<int> head)
    {
        var length = HeadNumbers * (long)sizeof(int);
        for (var part = 0; part < Parts; part++)
        {
            length += (uint)head[part + 1] * (part == 0 ? sizeof(byte) : sizeof(int));
        }

        return length;
    }

    private static Span<byte> Bytes(Array part) => part is byte[] bytes ? bytes : MemoryMarshal.AsBytes(((int[])part).AsSpan());
}
