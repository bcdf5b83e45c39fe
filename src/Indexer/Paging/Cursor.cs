using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// The place in an answer as an opaque text: of which query, and either the last id (order by id) or a kept list, how far it has been read,
/// and from which state of the catalogue it was made at which second.
/// </summary>
internal sealed record Cursor(long Query, string? LastId, UInt128 List, int Offset, ListOrigin Origin)
{
    private const byte ById = 1;
    private const byte ByList = 3;
    private const int Head = 9;
    private const int ListLength = 36;
    private const int LongestText = 400;

    public static Cursor AfterId(long query, string id) => new(query, id, 0, 0, default);

    public static Cursor InList(long query, UInt128 list, int offset, ListOrigin origin) => new(query, null, list, offset, origin);

    /// <summary>Reads a cursor; null for anything that this program did not write.</summary>
    public static Cursor? Read(string text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text).AsSpan();
        if (bytes.Length <= Head)
        {
            return null;
        }

        var query = BinaryPrimitives.ReadInt64LittleEndian(bytes[1..]);
        var rest = bytes[Head..];
        return bytes[0] switch
        {
            ById => AfterId(query, Encoding.UTF8.GetString(rest)),
            ByList when rest.Length == ListLength && BinaryPrimitives.ReadInt32LittleEndian(rest[16..]) is >= 0 and var offset =>
                InList(query, BinaryPrimitives.ReadUInt128LittleEndian(rest), offset, new(BinaryPrimitives.ReadInt64LittleEndian(rest[20..]), BinaryPrimitives.ReadInt64LittleEndian(rest[28..]))),
            _ => null,
        };
    }

    public override string ToString()
    {
        var rest = LastId is null ? new byte[ListLength] : Encoding.UTF8.GetBytes(LastId);
        if (LastId is null)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(rest, List);
            BinaryPrimitives.WriteInt32LittleEndian(rest.AsSpan(16), Offset);
            BinaryPrimitives.WriteInt64LittleEndian(rest.AsSpan(20), Origin.State);
            BinaryPrimitives.WriteInt64LittleEndian(rest.AsSpan(28), Origin.Second);
        }

        var bytes = new byte[Head + rest.Length];
        bytes[0] = LastId is null ? ByList : ById;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1), Query);
        rest.CopyTo(bytes, Head);
        return Base64Url.EncodeToString(bytes);
    }
}
