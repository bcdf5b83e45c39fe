using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>A course as stored: JSON in Brotli (RFC 7932) behind its length, so that reading needs one buffer of the right size.</summary>
internal static class CourseBody
{
    // Courses of 2.1 kB: quality 1 leaves half in a quarter of the time that quality 5 takes to leave little less; stored plain
    // they fill a database page each.
    private const int Quality = 1;
    private const int Window = 18;
    private const int Head = sizeof(int);

    public static byte[] Write(CatalogCourse course)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(course, Wire.Json);
        var room = new byte[Head + BrotliEncoder.GetMaxCompressedLength(json.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(room, json.Length);
        return BrotliEncoder.TryCompress(json, room.AsSpan(Head), out var written, Quality, Window)
            ? room[..(Head + written)]
            : throw new InvalidOperationException($"{json.Length} bytes did not fit into {room.Length} after compression.");
    }

    public static CatalogCourse Read(byte[] body)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(body);
        var json = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return BrotliDecoder.TryDecompress(body.AsSpan(Head), json, out var written) && written == length
                ? JsonSerializer.Deserialize<CatalogCourse>(json.AsSpan(0, length), Wire.Json)!
                : throw new InvalidDataException("A course in the index cannot be unpacked; delete the index folder, it is built again from the catalogue.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }
}
