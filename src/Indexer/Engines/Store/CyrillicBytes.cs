namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// UTF-8 in which a Cyrillic letter takes one byte, as in SCSU (UTS #6) with its Cyrillic window: half the room at the speed of copying. Bytes below 0x80 stand for themselves, those above
/// for U+0400 to U+047F; any other character stands as it is in UTF-8 behind <see cref="Quote"/>, a control character that JSON never has.
/// </summary>
internal static class CyrillicBytes
{
    private const byte Quote = 1;

    /// <summary>Writes UTF-8 without control characters into room that is at least <see cref="Most"/> long, and returns how many bytes there are.</summary>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> room)
    {
        var end = 0;
        for (var at = 0; at < text.Length;)
        {
            var first = text[at];
            if (first < 0x80)
            {
                room[end++] = first;
                at++;
            }
            else if (first is 0xD0 or 0xD1)
            {
                room[end++] = (byte)(text[at + 1] + ((first - 0xD0) << 6));
                at += 2;
            }
            else
            {
                room[end++] = Quote;
                for (var rest = Length(first); rest > 0; rest--)
                {
                    room[end++] = text[at++];
                }
            }
        }

        return end;
    }

    /// <summary>The longest that so many bytes of UTF-8 can become.</summary>
    public static int Most(int length) => length + (length / 2) + 1;

    /// <summary>Reads back into room for exactly what was written; false where it is something else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> written, Span<byte> room)
    {
        var end = 0;
        for (var at = 0; at < written.Length; at++)
        {
            var first = written[at];
            var length = first >= 0x80 ? 2 : first != Quote ? 1 : at + 1 < written.Length ? Length(written[at + 1]) : int.MaxValue;
            if (length > room.Length - end)
            {
                return false;
            }

            if (first >= 0x80)
            {
                room[end++] = (byte)(0xD0 + ((first >> 6) & 1));
                room[end++] = (byte)((first & 0x3F) | 0x80);
            }
            else if (first != Quote)
            {
                room[end++] = first;
            }
            else if (at + length < written.Length)
            {
                written.Slice(at + 1, length).CopyTo(room[end..]);
                (at, end) = (at + length, end + length);
            }
            else
            {
                return false;
            }
        }

        return end == room.Length;
    }

    private static int Length(byte first) => first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
}
