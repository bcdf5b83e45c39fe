using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>A course as stored: JSON in <see cref="CyrillicBytes"/> behind its length, so that reading needs one buffer of the right size.</summary>
internal static class CourseBody
{
    // Brotli at its quickest takes five times as long to write and three times to read, and saves 300 bytes of an invented course of 2.1 kB; stored plain they fill a database page each.
    private const int Head = sizeof(int);

    public static byte[] Write(CatalogCourse course)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(course, Wire.Json);
        var room = ArrayPool<byte>.Shared.Rent(Head + CyrillicBytes.Most(json.Length));
        try
        {
            BinaryPrimitives.WriteInt32LittleEndian(room, json.Length);
            return room[..(Head + CyrillicBytes.Write(json, room.AsSpan(Head)))];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    public static CatalogCourse Read(ReadOnlySpan<byte> body)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(body);
        var json = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return CyrillicBytes.TryRead(body[Head..], json.AsSpan(0, length))
                ? JsonSerializer.Deserialize<CatalogCourse>(json.AsSpan(0, length), Wire.Json)!
                : throw new InvalidDataException("A course in the index cannot be unpacked; delete the index folder, it is built again from the catalogue.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }
}
