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
    private readonly PhrasePairs? _pairs;

    /// <param name="rarest">The place of which the documents asked for are known to have a token.</param>
    public Together(Segment segment, int[][] places, int[] rarest, bool anywhere)
    {
        (_segment, _places, _anywhere, _anchor) = (segment, places, anywhere, Array.IndexOf(places, rarest));
        _walks = Array.ConvertAll(places, tokens => Array.ConvertAll(tokens, token => new PlaceWalk(segment, token)));
        _bits = anywhere || places.Length >= PhraseBits.TooLong ? null : new PhraseBits(places.Length);
        _pairs = anywhere ? null : PhrasePairs.Of(places);
    }

    public bool In(int doc)
    {
        if (_pairs?.MayStand(_segment.PairsOf(doc)) == false)
        {
            return false;
        }

        for (var place = 0; place < _walks.Length; place++)
        {
            if (place != _anchor && !Has(_walks[place], doc))
            {
                return false;
            }
        }

        return _anywhere || NextToEachOther(doc);
    }

    private static bool Has(PlaceWalk[] walks, int doc)
    {
        // Each walk is to come along, for the places in the text.
        var has = false;
        for (var at = 0; at < walks.Length; at++)
        {
            has |= walks[at].MoveTo(doc);
        }

        return has;
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
