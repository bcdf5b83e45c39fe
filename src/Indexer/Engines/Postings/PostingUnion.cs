namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The courses of one segment that have any of a few tokens, each once with the highest of its weights, as one list: so a word with several readings is gone through like a word with one.</summary>
internal static class PostingUnion
{
    /// <summary>More tokens than this are not put together one after another.</summary>
    public const int Most = 8;

    // Where one list is so many times longer, what stands between two of the shorter is worth a copy of its own.
    private const int MuchLonger = 4;

    /// <summary>The list of all tokens; written into the board's spare room where there are several.</summary>
    public static PostingList Of(Segment segment, ReadOnlySpan<int> tokens, ScoreBoard board)
    {
        // The shortest first: what is long is copied once.
        Span<int> rising = stackalloc int[Most];
        rising = rising[..tokens.Length];
        for (var at = 0; at < tokens.Length; at++)
        {
            var (place, length) = (at, segment.Of(tokens[at]).Docs.Length);
            for (; place > 0 && segment.Of(rising[place - 1]).Docs.Length > length; place--)
            {
                rising[place] = rising[place - 1];
            }

            rising[place] = tokens[at];
        }

        var merged = 0;
        var all = segment.Of(rising[0]);
        foreach (var token in rising[1..])
        {
            // Never into the room in which the last one lies.
            var more = segment.Of(token);
            all = all.Docs.Length == 0 ? more : Merge(all, more, board.SpareFor(all.Docs.Length + more.Docs.Length, merged++));
        }

        return all;
    }

    private static PostingList Merge(PostingList one, PostingList other, (int[] Docs, byte[] Weights) room)
    {
        var isFirst = one.Docs.Length >= other.Docs.Length;
        var longer = isFirst ? one : other;
        var shorter = isFirst ? other : one;
        return longer.Docs.Length / MuchLonger < shorter.Docs.Length ? Interleave(longer, shorter, room) : Insert(longer, shorter, room);
    }

    // Which of two lists goes on cannot be foretold, so nothing branches on it.
    private static PostingList Interleave(PostingList one, PostingList other, (int[] Docs, byte[] Weights) room)
    {
        var (docs, weights, count, first, second) = (room.Docs, room.Weights, 0, 0, 0);
        while (first < one.Docs.Length && second < other.Docs.Length)
        {
            var (doc, next) = (one.Docs[first], other.Docs[second]);
            var (takes, takesNext) = (doc <= next ? 1 : 0, next <= doc ? 1 : 0);
            docs[count] = Math.Min(doc, next);
            weights[count++] = (byte)Math.Max(one.Weights[first] * takes, other.Weights[second] * takesNext);
            first += takes;
            second += takesNext;
        }

        var rest = first < one.Docs.Length ? one : other;
        var from = first < one.Docs.Length ? first : second;
        rest.Docs[from..].CopyTo(docs.AsSpan(count));
        rest.Weights[from..].CopyTo(weights.AsSpan(count));
        count += rest.Docs.Length - from;
        return new(docs.AsSpan(0, count), weights.AsSpan(0, count));
    }

    private static PostingList Insert(PostingList longer, PostingList shorter, (int[] Docs, byte[] Weights) room)
    {
        var (docs, weights, count, from) = (room.Docs, room.Weights, 0, 0);
        for (var at = 0; at < shorter.Docs.Length; at++)
        {
            // What stands before it in the longer list is copied as it is.
            var doc = shorter.Docs[at];
            var to = from + Before(longer.Docs[from..], doc);
            longer.Docs[from..to].CopyTo(docs.AsSpan(count));
            longer.Weights[from..to].CopyTo(weights.AsSpan(count));
            count += to - from;
            from = to;
            var weight = shorter.Weights[at];
            if (from < longer.Docs.Length && longer.Docs[from] == doc)
            {
                weight = Math.Max(weight, longer.Weights[from++]);
            }

            (docs[count], weights[count]) = (doc, weight);
            count++;
        }

        longer.Docs[from..].CopyTo(docs.AsSpan(count));
        longer.Weights[from..].CopyTo(weights.AsSpan(count));
        count += longer.Docs.Length - from;
        return new(docs.AsSpan(0, count), weights.AsSpan(0, count));
    }

    // How many of rising numbers are smaller; usually few.
    private static int Before(ReadOnlySpan<int> rising, int doc)
    {
        var count = 0;
        while (count < rising.Length && rising[count] < doc)
        {
            count++;
        }

        return count;
    }
}
