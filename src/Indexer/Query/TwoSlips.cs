namespace DcCourseIndex.Indexer.Query;

/// <summary>Optimal string alignment distance bounded to two, in three rows.</summary>
internal static class TwoSlips
{
    private const int LongestWord = 64;

    /// <summary>True where at most two insertions, deletions, changes or swaps of neighbours make one word the other. Words over 64 letters never are.</summary>
    public static bool Within(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > LongestWord || other.Length > LongestWord)
        {
            return false;
        }

        Span<byte> rows = stackalloc byte[3 * (LongestWord + 1)];
        var before = rows[..(LongestWord + 1)];
        var last = rows.Slice(LongestWord + 1, LongestWord + 1);
        var row = rows[(2 * (LongestWord + 1))..];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = (byte)j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = (byte)i;
            var least = row[0];
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                row[j] = (byte)best;
                least = Math.Min(least, row[j]);
            }

            if (least > 2)
            {
                return false;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[other.Length] <= 2;
    }
}
