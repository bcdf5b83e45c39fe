using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Which tokens stand next to each other in each text of a segment, as bits: a row for each text, in which every pair of neighbours sets the bit that it hashes to (a Bloom filter of one
/// hash, Bloom 1970). A text without the bit of a pair lacks the pair; of those that lack it about one in nine has the bit all the same. So two words that nearly every course has
/// somewhere are looked for next to each other in few courses.
/// </summary>
internal static class Neighbours
{
    // A row has 32 bits for so many tokens of its text, and 32 more.
    private const int TokensPerWord = 4;
    private const int WordBits = 32;

    /// <summary>The rows of all texts, one after another.</summary>
    public static int[] Of(int[] textStarts, int[] text)
    {
        var rows = new int[RowStart(textStarts, textStarts.Length - 1)];
        for (var held = 0; held + 1 < textStarts.Length; held++)
        {
            var row = Row(rows, textStarts, held);
            var tokens = text.AsSpan(textStarts[held]..textStarts[held + 1]);
            for (var at = 1; at < tokens.Length; at++)
            {
                if (tokens[at - 1] != StoreSchema.Break && tokens[at] != StoreSchema.Break)
                {
                    Set(row, Hash(tokens[at - 1], tokens[at]));
                }
            }
        }

        return rows;
    }

    /// <summary>The row of the text that stands at that place among those of the segment.</summary>
    public static Span<int> Row(int[] rows, int[] textStarts, int held) => rows.AsSpan(RowStart(textStarts, held)..RowStart(textStarts, held + 1));

    /// <summary>Whether a text may have a pair.</summary>
    public static bool May(ReadOnlySpan<int> row, uint hash)
    {
        var bit = Bit(row.Length, hash);
        return (row[bit / WordBits] >> (bit % WordBits) & 1) != 0;
    }

    /// <summary>What a token and the one behind it hash to.</summary>
    public static uint Hash(int token, int next)
    {
        // Mixed as in MurmurHash3, so that the upper bits, which choose the place in the row, hang on all of both.
        var hash = ((uint)token * 0x9E3779B1u) ^ uint.RotateLeft((uint)next * 0x85EBCA77u, 15);
        hash = (hash ^ (hash >> 16)) * 0xC2B2AE3Du;
        return hash ^ (hash >> 15);
    }

    private static void Set(Span<int> row, uint hash)
    {
        var bit = Bit(row.Length, hash);
        row[bit / WordBits] |= 1 << (bit % WordBits);
    }

    private static int Bit(int words, uint hash) => (int)((hash * (ulong)(words * WordBits)) >> 32);

    private static int RowStart(int[] textStarts, int held) => (textStarts[held] / TokensPerWord) + held;
}
