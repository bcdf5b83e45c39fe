using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Walks along the living courses that have a token, part by part of the index, so in no order of their numbers.</summary>
internal struct TokenWalk(IList<AtomicReaderContext> parts, int token)
{
    private int[] _numbers = [];
    private DocsAndPositionsEnum? _postings;
    private int _part;

    /// <summary>The number of the course that was reached.</summary>
    public int Course { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            if (_postings is not null && _postings.NextDoc() is var at && at != DocIdSetIterator.NO_MORE_DOCS)
            {
                Course = _numbers[at];
                return true;
            }

            if (_part == parts.Count)
            {
                return false;
            }

            var part = parts[_part++].AtomicReader;
            _postings = Postings(part, token);
            _numbers = CourseNumbers.Of(part);
        }
    }

    /// <summary>How much the token weighs in the course that was reached; asked for once at most.</summary>
    public readonly byte Weight() => Weight(_postings!);

    /// <summary>The weight at the place that was reached in a list of <see cref="CourseDocument.Words"/>.</summary>
    public static byte Weight(DocsAndPositionsEnum postings)
    {
        postings.NextPosition();
        var payload = postings.GetPayload();
        return payload.Bytes[payload.Offset];
    }

    /// <summary>The living documents of a part of the index that have a token, with their weights; null where there are none.</summary>
    public static DocsAndPositionsEnum? Postings(AtomicReader part, int token) => Find(part, token)?.DocsAndPositions(part.LiveDocs, null, DocsAndPositionsFlags.PAYLOADS);

    /// <summary>Where a part of the index has a token; null where it has not.</summary>
    public static TermsEnum? Find(AtomicReader part, int token) =>
        part.GetTerms(CourseDocument.Words)?.GetEnumerator() is { } terms && terms.SeekExact(TermText.Bytes(token)) ? terms : null;
}
