using System.Collections.Concurrent;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// The words of all courses as of one commit. Documents are named by their numbers in the store, whatever Lucene's own are. Held by calls; closed when
/// it has been released and the last call has let go.
/// </summary>
internal sealed class LuceneWords(DirectoryReader reader, long seq) : IKnownWords
{
    private readonly ConcurrentDictionary<int, int> _frequencies = new();
    private readonly IndexSearcher _searcher = new(reader);

    public long Seq => seq;

    public DirectoryReader Reader => reader;

    /// <inheritdoc/>
    public int Courses => reader.NumDocs;

    /// <summary>Keeps the words open until the hold is disposed; null where they have been closed.</summary>
    public LuceneHold? Hold() => reader.TryIncRef() ? new LuceneHold(this) : null;

    public void Release() => reader.DecRef();

    // Lucene's own number still counts courses that have been taken out since.
    /// <inheritdoc/>
    public int Frequency(int token) => _frequencies.GetOrAdd(token, static (token, reader) =>
    {
        var living = 0;
        foreach (var leaf in reader.Leaves)
        {
            if (TokenWalk.Find(leaf.AtomicReader, token) is { } term)
            {
                living += leaf.AtomicReader.HasDeletions ? Count(term.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE)) : term.DocFreq;
            }
        }

        return living;
    }, reader);

    /// <inheritdoc/>
    public byte Weight(int token, int doc) =>
        CourseNumbers.Find(reader, doc) is var (part, place) && TokenWalk.Postings(part.AtomicReader, token) is { } postings && postings.Advance(place) == place ? TokenWalk.Weight(postings) : (byte)0;

    /// <inheritdoc/>
    public bool Stand(int doc, int[][] places, bool anywhere) => anywhere
        ? Array.TrueForAll(places, place => Array.Exists(place, token => Weight(token, doc) > 0))
        : CourseNumbers.Find(reader, doc) is var (part, at) && new PhraseWalk(_searcher, places).IsIn(part, at);

    /// <inheritdoc/>
    public void Score(AskedClause clause, float information, FactTable facts, ScoreBoard board, ReadOnlySpan<int> among) => LuceneMatching.Score(clause, information, this, facts, board);

    /// <inheritdoc/>
    public void AddTo(DocSet docs, Wanted way, FactTable facts) => LuceneMatching.AddTo(docs, way, this, facts);

    /// <inheritdoc/>
    public void Raise(Span<float> scores, int token, float information)
    {
        for (var walk = Walk(token); walk.MoveNext();)
        {
            scores[walk.Course] += information * walk.Weight() / Impact.Most;
        }
    }

    /// <summary>The courses that have a token.</summary>
    public TokenWalk Walk(int token) => new(reader.Leaves, token);

    /// <summary>The courses with one of the tokens of each place, of those that a board wants.</summary>
    public DocSet Having(int[][] places, bool anywhere, int limit, ScoreBoard board)
    {
        var docs = new DocSet(limit);
        if (!anywhere)
        {
            var phrase = new PhraseWalk(_searcher, places);
            foreach (var part in reader.Leaves)
            {
                phrase.AddTo(docs, part, board);
            }

            return docs;
        }

        var before = (DocSet?)null;
        foreach (var place in places)
        {
            docs = new DocSet(limit);
            foreach (var token in place)
            {
                for (var walk = Walk(token); walk.MoveNext();)
                {
                    if (before?.Contains(walk.Course) ?? board.Wants(walk.Course))
                    {
                        docs.Add(walk.Course);
                    }
                }
            }

            before = docs;
        }

        return docs;
    }

    private static int Count(DocsEnum docs)
    {
        var count = 0;
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }
}

/// <summary>One call's hold on the words of a commit.</summary>
internal sealed record LuceneHold(LuceneWords Words) : IDisposable
{
    public void Dispose() => Words.Release();
}
