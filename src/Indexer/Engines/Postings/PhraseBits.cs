namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The beginnings of a text as bits, one row for each word of a phrase: where any reading of that word stands. Whether the words stand in a row is then a few shifts, however often each of them occurs.</summary>
internal sealed class PhraseBits(int words)
{
    /// <summary>A phrase of so many words is too long: a bit would have to be moved further than a number is wide.</summary>
    public const int TooLong = 64;

    // Words of a text that have a bit each: more than nearly every listing has.
    private const int Beginning = 512;
    private const int Length = Beginning / 64;

    private readonly ulong[] _rows = new ulong[words * Length];

    public void Clear() => Array.Clear(_rows);

    /// <summary>The bits of one word of the phrase, by place in the text.</summary>
    public Span<ulong> Of(int word) => _rows.AsSpan(word * Length, Length);

    /// <summary>The words stand next to each other and in order, somewhere in the beginning.</summary>
    public bool StandInRow()
    {
        for (var at = 0; at < Length; at++)
        {
            var starts = _rows[at];
            for (var word = 1; word < words && starts != 0; word++)
            {
                starts &= After(Of(word), at, word);
            }

            if (starts != 0)
            {
                return true;
            }
        }

        return false;
    }

    // The bits that stand so many places later.
    private static ulong After(ReadOnlySpan<ulong> row, int at, int later) =>
        (row[at] >> later) | (at + 1 < row.Length ? row[at + 1] << (64 - later) : 0);
}
