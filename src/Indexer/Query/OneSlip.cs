namespace DcCourseIndex.Indexer.Query;

/// <summary>Damerau-Levenshtein distance bounded to one, without a table.</summary>
internal static class OneSlip
{
    /// <summary>True where exactly one insertion, deletion, change or swap of neighbours makes one word the other.</summary>
    public static bool Apart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length)
        {
            return Apart(other, one);
        }

        if (other.Length - one.Length > 1)
        {
            return false;
        }

        var same = one.CommonPrefixLength(other);
        var left = one[same..];
        var right = other[same..];
        if (left.Length < right.Length)
        {
            return left.SequenceEqual(right[1..]);
        }

        return left.Length > 0
            && (left[1..].SequenceEqual(right[1..])
                || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])));
    }
}
