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
    private readonly int _anchor;
    private readonly PlaceWalk[][] _walks;
    private readonly PhraseBits? _bits;

    // The tokens of each place that the document has which is asked for, at the front.
    private readonly int[][] _had;
    private readonly int[] _count;

    /// <param name="rarest">The place of which the documents asked for are known to have a token.</param>
    public Together(Segment segment, int[][] places, int[] rarest, bool anywhere)
    {
        (_segment, _places, _anywhere, _anchor) = (segment, places, anywhere, Array.IndexOf(places, rarest));
        _walks = Array.ConvertAll(places, tokens => Array.ConvertAll(tokens, token => new PlaceWalk(segment, token)));
        _bits = anywhere || places.Length >= PhraseBits.TooLong ? null : new PhraseBits(places.Length);
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

        return _anywhere || (MayBeNextToEachOther(doc) && NextToEachOther(doc));
    }

    private bool Has(int place, int doc)
    {
        // Each walk is to come along, for the places in the text.
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

    private bool NextToEachOther(int doc)
    {
        if (_bits is null)
        {
            return SomewhereNextToEachOther(doc);
        }

        _bits.Clear();
        var all = true;
        for (var place = 0; place < _walks.Length; place++)
        {
            foreach (ref var walk in _walks[place].AsSpan())
            {
                all &= !walk.MoveTo(doc) || walk.Mark(_bits.Of(place));
            }
        }

        return _bits.StandInRow() || (!all && SomewhereNextToEachOther(doc));
    }

    // The long way, for texts of which the marks show only the beginning.
    private bool SomewhereNextToEachOther(int doc)
    {
        var anchors = _walks[_anchor];
        for (var at = 0; at < anchors.Length; at++)
        {
            if (!anchors[at].MoveTo(doc))
            {
                continue;
            }

            foreach (var place in anchors[at].Places())
            {
                var stands = place >> 1;
                if (stands + _places.Length > Placing.Far)
                {
                    return TokenSearch.HasPhrase(_segment.TextOf(doc), _places);
                }

                if (stands >= _anchor && StandsAt(stands - _anchor, doc))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool StandsAt(int start, int doc)
    {
        for (var place = 0; place < _places.Length; place++)
        {
            if (place != _anchor && !StandsAt(_walks[place], start + place, doc))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StandsAt(PlaceWalk[] walks, int wanted, int doc)
    {
        for (var at = 0; at < walks.Length; at++)
        {
            if (walks[at].MoveTo(doc) && Contains(walks[at].Places(), wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<ushort> places, int wanted)
    {
        foreach (var place in places)
        {
            if (place >> 1 >= wanted)
            {
                return place >> 1 == wanted;
            }
        }

        return false;
    }
}
