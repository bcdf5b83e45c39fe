namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Walks forwards along the courses that have a token, and tells where in their texts it stands.</summary>
internal struct PlaceWalk
{
    private readonly Segment _segment;
    private readonly int _end;
    private int _at;
    private int _knownPosting;
    private int _knownPlace;

    public PlaceWalk(Segment segment, int token)
    {
        _segment = segment;
        (_at, _end) = token + 1 < segment.Starts.Length ? (segment.Starts[token], segment.Starts[token + 1]) : (0, 0);
        _knownPosting = -Placing.Stride;
    }

    /// <summary>Goes on to a document that is not before the last one asked for; false where the token does not stand there.</summary>
    public bool MoveTo(int doc)
    {
        var docs = _segment.Docs;
        if (_at < _end && docs[_at] < doc)
        {
            // In growing steps, then by halves: near ones are found at once, far ones without a look at all between.
            var (before, after, step) = (_at, _at + 1, 1);
            while (after < _end && docs[after] < doc)
            {
                before = after;
                step <<= 1;
                after += step;
            }

            after = Math.Min(after, _end);
            before++;
            while (before < after)
            {
                var middle = (before + after) >>> 1;
                (before, after) = docs[middle] < doc ? (middle + 1, after) : (before, middle);
            }

            _at = before;
        }

        return _at < _end && docs[_at] == doc;
    }

    /// <summary>How much the token weighs in the document that was moved to.</summary>
    public readonly byte Weight => _segment.Weights[_at];

    /// <summary>The places in the text of the document that was moved to, rising, as <see cref="Placing"/> writes them.</summary>
    public ReadOnlySpan<ushort> Places()
    {
        var places = _segment.Places;
        var from = First(places);
        var to = from;
        while ((places[to] & 1) == 0)
        {
            to++;
        }

        return places.AsSpan(from..(to + 1));
    }

    /// <summary>Sets the bit of each place in the text of the document that was moved to; false where a place is beyond the bits.</summary>
    public bool Mark(Span<ulong> marks)
    {
        var places = _segment.Places;
        for (var at = First(places); ; at++)
        {
            var place = places[at] >> 1;
            if (place >> 6 >= marks.Length)
            {
                return false;
            }

            marks[place >> 6] |= 1UL << (place & 63);
            if ((places[at] & 1) != 0)
            {
                return true;
            }
        }
    }

    // Where the places of the present posting begin, by running along those before it.
    private int First(ushort[] places)
    {
        var (posting, from) = _at - _knownPosting < Placing.Stride
            ? (_knownPosting, _knownPlace)
            : (_at - (_at % Placing.Stride), _segment.PlaceMarks[_at / Placing.Stride]);
        for (; posting < _at; from++)
        {
            posting += places[from] & 1;
        }

        (_knownPosting, _knownPlace) = (_at, from);
        return from;
    }
}
