using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Offers a board every living document in which one way of a clause stands, with how well: the way of one word, of several together, or in titles only.</summary>
internal static class Offering
{
    // From so many courses on it pays to share out the search for words next to each other.
    private const int ManyTogether = 20_000;

    /// <summary>Offers each such document once for each so many readings of the way's rarest word; which word is the rarest is a matter of the whole index, else the weight would hang on what happens to stand in a segment.</summary>
    public static void Offer(Wanted way, WordIndex index, FactTable facts, ScoreBoard board)
    {
        var rarest = way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(index.Frequency)!;
        int[][] places = [.. way.Places];
        foreach (var segment in index.Segments)
        {
            for (var from = 0; from < rarest.Length; from += PostingUnion.Most)
            {
                var list = PostingUnion.Of(segment.Segment, rarest.AsSpan(from..Math.Min(rarest.Length, from + PostingUnion.Most)), board);
                Offer(way, places, list, segment, way.InTitle ? facts : null, board);
            }
        }
    }

    private static void Offer(Wanted way, int[][] places, PostingList list, LivingSegment segment, FactTable? titles, ScoreBoard board)
    {
        var together = places.Length > 1;
        var (docs, weights, count) = together ? (new int[list.Docs.Length], new byte[list.Docs.Length], 0) : ([], [], 0);
        for (var at = 0; at < list.Docs.Length; at++)
        {
            var (doc, weight) = (list.Docs[at], list.Weights[at]);
            if (!board.Wants(doc) || (!segment.AllAlive && segment.IsDead(doc)) || (titles is not null && !TokenSearch.HasPhrase(titles.Title(doc), places)))
            {
                continue;
            }

            if (together)
            {
                (docs[count], weights[count++]) = (doc, weight);
            }
            else if (weight > 0)
            {
                board.Offer(doc, Matching.Strength(way, weight));
            }
        }

        if (together)
        {
            Keep(way, places, segment.Segment, docs.AsMemory(0, count), weights);
            OfferKept(way, docs.AsSpan(0, count), weights, board);
        }
    }

    private static void OfferKept(Wanted way, ReadOnlySpan<int> docs, ReadOnlySpan<byte> weights, ScoreBoard board)
    {
        for (var at = 0; at < docs.Length; at++)
        {
            if (weights[at] > 0)
            {
                board.Offer(docs[at], Matching.Strength(way, weights[at]));
            }
        }
    }

    // Takes the weight of each course that has the words, but not together. Two words that nearly every course has are looked for on all processors.
    private static void Keep(Wanted way, int[][] places, Segment segment, ReadOnlyMemory<int> docs, byte[] weights)
    {
        var parts = docs.Length < ManyTogether ? 1 : Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            var together = new Together(segment, places, way.Anywhere);
            for (var at = (int)((long)docs.Length * part / parts); at < (int)((long)docs.Length * (part + 1) / parts); at++)
            {
                weights[at] = together.In(docs.Span[at]) ? weights[at] : (byte)0;
            }
        });
    }
}
