using System.Runtime.CompilerServices;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Finds where the ways of a clause stand and how well.</summary>
internal static class Matching
{
    // Several words next to each other say more than each of them.
    private const float PhraseLift = 1.25f;

    /// <summary>Scores every living document that has the clause in some way, by its best way and as much as the clause says.</summary>
    public static void Score(AskedClause clause, float information, WordIndex index, FactTable facts, ScoreBoard board)
    {
        if (clause.Ways is [{ Places: [[var token]], InTitle: false } only])
        {
            Score(token, only.Weight, information, index, board);
            return;
        }

        foreach (var way in clause.Ways)
        {
            Offer(way, index, facts, board);
        }

        board.CloseClause(information);
    }

    /// <summary>Adds every living document that has what is wanted.</summary>
    public static void AddTo(DocSet docs, Wanted way, WordIndex index, FactTable facts)
    {
        using var board = ScoreBoard.For(docs.Limit);
        Offer(way, index, facts, board);
        board.CloseClause(1);
        var count = board.Gather();
        foreach (var doc in board.Room.Docs.AsSpan(0, count))
        {
            docs.Add(doc);
        }
    }

    /// <summary>How well a clause stands in one living document, by its best way; 0 where it does not.</summary>
    public static float Strength(AskedClause clause, int doc, WordIndex index, FactTable facts) =>
        clause.Ways.Count == 0 ? 0 : clause.Ways.Max(way => Strength(way, doc, index, facts));

    private static float Strength(Wanted way, int doc, WordIndex index, FactTable facts)
    {
        var rarest = way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(index.Frequency)!;
        var weight = rarest.Max(token => index.Weight(token, doc));
        int[][] places = [.. way.Places];
        if (weight == 0 || (way.InTitle && !TokenSearch.HasPhrase(facts.Title(doc), places)))
        {
            return 0;
        }

        var strength = Strength(way.Weight, weight);
        return places.Length == 1 ? strength
            : way.Anywhere ? (TokenSearch.HasAll(index.TextOf(doc), places) ? Math.Min(1, strength) : 0)
            : TokenSearch.HasPhrase(index.TextOf(doc), places) ? Math.Min(1, strength * PhraseLift) : 0;
    }

    // The usual clause: one word with one reading.
    private static void Score(int token, float wayWeight, float information, WordIndex index, ScoreBoard board)
    {
        Span<float> byWeight = stackalloc float[Impact.Most + 1];
        for (var weight = 0; weight < byWeight.Length; weight++)
        {
            byWeight[weight] = information * Strength(wayWeight, (byte)weight);
        }

        foreach (var segment in index.Segments)
        {
            var list = segment.Segment.Of(token);
            var docs = list.Docs;
            var weights = list.Weights;
            var allAlive = segment.AllAlive;
            for (var at = 0; at < docs.Length; at++)
            {
                if (allAlive || !segment.IsDead(docs[at]))
                {
                    board.Add(docs[at], byWeight[weights[at]], information);
                }
            }
        }
    }

    // Which word is the rarest is a matter of the whole index, else the weight would hang on what happens to stand in a segment.
    private static void Offer(Wanted way, WordIndex index, FactTable facts, ScoreBoard board)
    {
        var rarest = way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(index.Frequency)!;
        int[][] places = [.. way.Places];
        foreach (var segment in index.Segments)
        {
            Offer(way, places, rarest, Others(places, rarest, segment), segment, way.InTitle ? facts : null, board);
        }
    }

    // Most texts need not be looked through: they lack another word, the second rarest most likely.
    private static DocSet? Others(int[][] places, int[] rarest, LivingSegment segment)
    {
        if (places.Length == 1 || segment.Segment.Held is not [.., var last])
        {
            return null;
        }

        var docs = new DocSet(last);
        var second = places.Where(place => place != rarest).DefaultIfEmpty(rarest).MinBy(place => place.Sum(token => segment.Segment.Of(token).Docs.Length))!;
        foreach (var token in second)
        {
            foreach (var doc in segment.Segment.Of(token).Docs)
            {
                docs.Add(doc);
            }
        }

        return docs;
    }

    private static void Offer(Wanted way, int[][] places, int[] rarest, DocSet? others, LivingSegment segment, FactTable? titles, ScoreBoard board)
    {
        foreach (var token in rarest)
        {
            var list = segment.Segment.Of(token);
            for (var at = 0; at < list.Docs.Length; at++)
            {
                var doc = list.Docs[at];
                if ((!segment.AllAlive && segment.IsDead(doc)) || others?.Contains(doc) == false)
                {
                    continue;
                }

                if (titles is not null && !TokenSearch.HasPhrase(titles.Title(doc), places))
                {
                    continue;
                }

                var strength = Strength(way.Weight, list.Weights[at]);
                if (places.Length == 1)
                {
                    board.Offer(doc, strength);
                }
                else if (way.Anywhere ? TokenSearch.HasAll(segment.Segment.TextOf(doc), places) : TokenSearch.HasPhrase(segment.Segment.TextOf(doc), places))
                {
                    board.Offer(doc, Math.Min(1, strength * (way.Anywhere ? 1 : PhraseLift)));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Strength(float wayWeight, byte weight) => wayWeight * weight / Impact.Most;
}
