using System.Runtime.CompilerServices;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Finds where the ways of a clause stand and how well.</summary>
internal static class Matching
{
    // Several words next to each other say more than each of them.
    private const float PhraseLift = 1.25f;

    // Where a list is so many times longer than what may be in it, it is quicker to look for each of these.
    private const int MuchLonger = 16;

    /// <summary>
    /// Scores every living document that has the clause in some way and that the board wants, by its best way and as much as the clause says.
    /// <paramref name="among"/>: the only documents that the board can want, rising; empty where it may want any.
    /// </summary>
    public static void Score(AskedClause clause, float information, WordIndex index, FactTable facts, ScoreBoard board, ReadOnlySpan<int> among)
    {
        if (clause.Ways is [{ Places: [{ Length: <= PostingUnion.Most } tokens], InTitle: false } only])
        {
            Score(tokens, only.Weight, information, index, board, among);
            return;
        }

        foreach (var way in clause.Ways)
        {
            Offering.Offer(way, index, facts, board);
        }

        board.CloseClause(information);
    }

    /// <summary>Adds every living document that has what is wanted.</summary>
    public static void AddTo(DocSet docs, Wanted way, WordIndex index, FactTable facts)
    {
        if (way is { Places: [var tokens], InTitle: false })
        {
            AddTo(docs, tokens, index);
            return;
        }

        using var board = ScoreBoard.For(docs.Limit);
        Offering.Offer(way, index, facts, board);
        board.AddTo(docs);
    }

    private static void AddTo(DocSet docs, int[] tokens, WordIndex index)
    {
        foreach (var segment in index.Segments)
        {
            foreach (var token in tokens)
            {
                if (segment.AllAlive)
                {
                    docs.Add(segment.Segment.Of(token).Docs);
                    continue;
                }

                foreach (var doc in segment.Segment.Of(token).Docs)
                {
                    if (!segment.IsDead(doc))
                    {
                        docs.Add(doc);
                    }
                }
            }
        }
    }

    /// <summary>How well a clause stands in one living document, by its best way; 0 where it does not.</summary>
    public static float Strength(AskedClause clause, int doc, IKnownWords index, FactTable facts) =>
        clause.Ways.Count == 0 ? 0 : clause.Ways.Max(way => Strength(way, doc, index, facts));

    private static float Strength(Wanted way, int doc, IKnownWords index, FactTable facts)
    {
        var rarest = way.Places.Count == 1 ? way.Places[0] : way.Places.MinBy(index.Frequency)!;
        var weight = rarest.Max(token => index.Weight(token, doc));
        int[][] places = [.. way.Places];
        return weight == 0 || (way.InTitle && !TokenSearch.HasPhrase(facts.Title(doc), places)) || (places.Length > 1 && !index.Stand(doc, places, way.Anywhere))
            ? 0
            : Strength(way, weight);
    }

    /// <summary>What a way is worth where it stands, by the weight of its rarest word.</summary>
    public static float Strength(Wanted way, byte weight) =>
        way.Places.Count == 1 ? Strength(way.Weight, weight) : Math.Min(1, Strength(way.Weight, weight) * (way.Anywhere ? 1 : PhraseLift));

    // The usual clause: one word.
    private static void Score(int[] tokens, float wayWeight, float information, WordIndex index, ScoreBoard board, ReadOnlySpan<int> among)
    {
        Span<float> byWeight = stackalloc float[Impact.Most + 1];
        ByWeight(wayWeight, information, byWeight);
        foreach (var segment in index.Segments)
        {
            if (among.Length > 0 && segment.Segment.Postings(tokens) / MuchLonger > among.Length)
            {
                ScoreAmong(among, tokens, byWeight, information, segment, board);
                continue;
            }

            var list = PostingUnion.Of(segment.Segment, tokens, board);
            if (segment.AllAlive)
            {
                board.Add(list.Docs, list.Weights, byWeight, information);
                continue;
            }

            for (var at = 0; at < list.Docs.Length; at++)
            {
                if (board.Wants(list.Docs[at]) && !segment.IsDead(list.Docs[at]))
                {
                    board.Add(list.Docs[at], byWeight[list.Weights[at]], information);
                }
            }
        }
    }

    private static void ScoreAmong(ReadOnlySpan<int> among, int[] tokens, ReadOnlySpan<float> byWeight, float information, LivingSegment segment, ScoreBoard board)
    {
        var walks = Array.ConvertAll(tokens, token => new PostingWalk(segment.Segment, token));
        foreach (var doc in among)
        {
            if (!board.Wants(doc) || (!segment.AllAlive && segment.IsDead(doc)))
            {
                continue;
            }

            var weight = 0;
            for (var at = 0; at < walks.Length; at++)
            {
                weight = walks[at].MoveTo(doc) ? Math.Max(weight, walks[at].Weight) : weight;
            }

            if (weight > 0)
            {
                board.Add(doc, byWeight[weight], information);
            }
        }
    }

    /// <summary>What a word gives, by its weight in a course.</summary>
    public static void ByWeight(float wayWeight, float information, Span<float> byWeight)
    {
        for (var weight = 0; weight < byWeight.Length; weight++)
        {
            byWeight[weight] = information * Strength(wayWeight, (byte)weight);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Strength(float wayWeight, byte weight) => wayWeight * weight / Impact.Most;
}
