namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Finds where the ways of a clause stand and how well.</summary>
internal static class Matching
{
    // Several words next to each other say more than each of them.
    private const float PhraseLift = 1.25f;

    /// <summary>Offers every living document that has the clause in some way.</summary>
    public static void Offer(AskedClause clause, WordIndex index, ScoreBoard board)
    {
        foreach (var way in clause.Ways)
        {
            Offer(way, index, board);
        }
    }

    /// <summary>Calls for every living document that has what is wanted.</summary>
    public static void Each(Wanted way, WordIndex index, Action<int> found)
    {
        using var board = ScoreBoard.For(index.Segments.Select(segment => segment.Segment.Held is [.., var last] ? last + 1 : 0).DefaultIfEmpty().Max());
        Offer(way, index, board);
        board.CloseClause(1);
        foreach (var doc in board.Touched)
        {
            found(doc);
        }
    }

    // Which word is the rarest is a matter of the whole index, else the weight would hang on what happens to stand in a segment.
    private static void Offer(Wanted way, WordIndex index, ScoreBoard board)
    {
        var rarest = way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(index.Frequency)!;
        foreach (var segment in index.Segments)
        {
            Offer(way, rarest, segment, board);
        }
    }

    private static void Offer(Wanted way, int[] rarest, LivingSegment segment, ScoreBoard board)
    {
        foreach (var token in rarest)
        {
            var list = segment.Segment.Of(token);
            for (var at = 0; at < list.Docs.Length; at++)
            {
                var doc = list.Docs[at];
                if (!segment.AllAlive && segment.IsDead(doc))
                {
                    continue;
                }

                var weight = way.Weight * list.Weights[at] / Impact.Most;
                if (way.Places.Count == 1)
                {
                    board.Offer(doc, weight);
                }
                else if (way.Anywhere ? HasAll(segment.Segment.TextOf(doc), way.Places) : HasPhrase(segment.Segment.TextOf(doc), way.Places))
                {
                    board.Offer(doc, Math.Min(1, weight * (way.Anywhere ? 1 : PhraseLift)));
                }
            }
        }
    }

    private static bool HasAll(ReadOnlySpan<int> text, IReadOnlyList<int[]> places)
    {
        foreach (var place in places)
        {
            if (text.IndexOfAny(place) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasPhrase(ReadOnlySpan<int> text, IReadOnlyList<int[]> places)
    {
        while (text.IndexOfAny(places[0]) is >= 0 and var start && start + places.Count <= text.Length)
        {
            var at = 1;
            while (at < places.Count && places[at].AsSpan().Contains(text[start + at]))
            {
                at++;
            }

            if (at == places.Count)
            {
                return true;
            }

            text = text[(start + 1)..];
        }

        return false;
    }
}
