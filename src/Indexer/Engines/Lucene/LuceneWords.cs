using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DcCourseIndex.Indexer.Engines.Store;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// The words of all courses as of one commit. Documents are named by their numbers in the store, whatever Lucene's own are. Held by calls; closed when
/// it has been released and the last call has let go.
/// </summary>
internal sealed class LuceneWords(DirectoryReader reader, long seq)
{
    // Lucene's parts of an index never change, so their documents' numbers are read once for each.
    private static readonly ConditionalWeakTable<object, int[]> Numbers = [];
    private readonly ConcurrentDictionary<int, int> _frequencies = new();
    private readonly IndexSearcher _searcher = new(reader);

    public long Seq => seq;

    public DirectoryReader Reader => reader;

    public int Courses => reader.NumDocs;

    /// <summary>Keeps the words open until the hold is disposed; null where they have been closed.</summary>
    public LuceneHold? Hold() => reader.TryIncRef() ? new LuceneHold(this) : null;

    public void Release() => reader.DecRef();

    /// <summary>What a word says that so many courses have: the rarer, the more.</summary>
    public float Information(int having) => MathF.Log(1 + ((Courses - Math.Min(having, Courses) + 0.5f) / (having + 0.5f)));

    /// <summary>How often any of these tokens stands in a course; a course with two of them counts twice.</summary>
    public int Frequency(int[] tokens)
    {
        var sum = 0;
        foreach (var token in tokens)
        {
            sum += Frequency(token);
        }

        return sum;
    }

    /// <summary>In how many courses a token stands. Lucene's own number still counts courses that have been taken out since.</summary>
    public int Frequency(int token) => _frequencies.GetOrAdd(token, static (token, reader) =>
    {
        if (!reader.HasDeletions)
        {
            return reader.DocFreq(new Term(CourseDocument.Words, TermText.Of(token)));
        }

        var living = 0;
        foreach (var leaf in reader.Leaves)
        {
            if (Find(leaf.AtomicReader, token) is { } term)
            {
                living += leaf.AtomicReader.HasDeletions ? Count(term.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE)) : term.DocFreq;
            }
        }

        return living;
    }, reader);

    /// <summary>Every course that has a token, with the token's weight there; in no order.</summary>
    public void Each(int token, Action<int, byte> found)
    {
        foreach (var leaf in reader.Leaves)
        {
            if (Find(leaf.AtomicReader, token) is not { } term)
            {
                continue;
            }

            var numbers = NumbersOf(leaf.AtomicReader);
            var postings = term.DocsAndPositions(leaf.AtomicReader.LiveDocs, null, DocsAndPositionsFlags.PAYLOADS);
            for (var at = postings.NextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.NextDoc())
            {
                postings.NextPosition();
                var payload = postings.GetPayload();
                found(numbers[at], payload.Bytes[payload.Offset]);
            }
        }
    }

    /// <summary>The courses with any of the tokens of each place, wherever they stand.</summary>
    public DocSet HavingAll(int[][] places, int limit) => places.Aggregate((DocSet?)null, (before, place) =>
    {
        var docs = new DocSet(limit);
        foreach (var token in place)
        {
            Each(token, (doc, _) =>
            {
                if (before?.Contains(doc) != false)
                {
                    docs.Add(doc);
                }
            });
        }

        return docs;
    })!;

    /// <summary>The courses with one of the tokens of each place, next to each other and in order.</summary>
    public DocSet HavingPhrase(int[][] places, int limit)
    {
        var phrase = new MultiPhraseQuery();
        foreach (var place in places)
        {
            phrase.Add(Array.ConvertAll(place, token => new Term(CourseDocument.Text, TermText.Of(token))));
        }

        var docs = new DocSet(limit);
        _searcher.Search(phrase, new NumberCollector(docs));
        return docs;
    }

    private static TermsEnum? Find(AtomicReader reader, int token) =>
        reader.GetTerms(CourseDocument.Words)?.GetEnumerator() is { } terms && terms.SeekExact(TermText.Bytes(token)) ? terms : null;

    private static int Count(DocsEnum docs)
    {
        var count = 0;
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }

    private static int[] NumbersOf(AtomicReader reader) => Numbers.GetValue(reader.CoreCacheKey, _ =>
    {
        var values = reader.GetNumericDocValues(CourseDocument.Number);
        var numbers = new int[reader.MaxDoc];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = (int)values.Get(at);
        }

        return numbers;
    });

    private sealed class NumberCollector(DocSet docs) : ICollector
    {
        private int[] _numbers = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context) => _numbers = NumbersOf(context.AtomicReader);

        public void Collect(int doc) => docs.Add(_numbers[doc]);
    }
}

/// <summary>One call's hold on the words of a commit.</summary>
internal sealed record LuceneHold(LuceneWords Words) : IDisposable
{
    public void Dispose() => Words.Release();
}
