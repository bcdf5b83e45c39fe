using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Tells whether a document of one segment has any of the tokens at each of some places, next to each other and in order or anywhere. Documents are to be asked for in rising order,
/// because it walks along the postings once.
/// </summary>
internal sealed class Together
{
    private readonly Segment _segment;
    private readonly int[][] _places;
    private readonly bool _anywhere;
    private readonly PostingWalk[][] _walks;

    // The tokens of each place that the document has which is asked for, at the front.
    private readonly int[][] _had;
    private readonly int[] _count;

    public Together(Segment segment, int[][] places, bool anywhere)
    {
        (_segment, _places, _anywhere) = (segment, places, anywhere);
        _walks = Array.ConvertAll(places, tokens => Array.ConvertAll(tokens, token => new PostingWalk(segment, token)));
        (_had, _count) = (Array.ConvertAll(places, tokens => new int[tokens.Length]), new int[places.Length]);
    }

    public bool In(int doc)
    {
        for (var place = 0; place < _walks.Length; place++)
        {
            if (!Has(place, doc))
            {
                return false;
            }
        }

        return _anywhere || (MayBeNextToEachOther(doc) && TokenSearch.HasPhrase(_segment.TextOf(doc), _had, _count));
    }

    private bool Has(int place, int doc)
    {
        var (walks, tokens, had, count) = (_walks[place], _places[place], _had[place], 0);
        for (var at = 0; at < walks.Length; at++)
        {
            if (walks[at].MoveTo(doc))
            {
                had[count++] = tokens[at];
            }
        }

        _count[place] = count;
        return count > 0;
    }

    // One look at a bit for each two tokens, of which a document has few.
    private bool MayBeNextToEachOther(int doc)
    {
        var row = _segment.PairsOf(doc);
        for (var place = 1; place < _had.Length; place++)
        {
            if (!AnyPair(row, _had[place - 1].AsSpan(0, _count[place - 1]), _had[place].AsSpan(0, _count[place])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyPair(ReadOnlySpan<int> row, ReadOnlySpan<int> tokens, ReadOnlySpan<int> behind)
    {
        foreach (var token in tokens)
        {
            foreach (var next in behind)
            {
                if (Neighbours.May(row, Neighbours.Hash(token, next)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
