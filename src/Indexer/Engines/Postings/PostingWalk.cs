namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Walks forwards along the courses that have a token.</summary>
internal struct PostingWalk
{
    private readonly Segment _segment;
    private readonly int _end;
    private int _at;

    public PostingWalk(Segment segment, int token)
    {
        _segment = segment;
        (_at, _end) = token + 1 < segment.Starts.Length ? (segment.Starts[token], segment.Starts[token + 1]) : (0, 0);
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
}
