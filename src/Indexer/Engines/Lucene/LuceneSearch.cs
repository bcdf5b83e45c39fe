using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Searches as the postings do, in the words of the Lucene commit that belongs to what a call sees of the store.</summary>
internal sealed class LuceneSearch(LuceneReaders readers, PostingsSearch search) : IWordSearch, IDisposable
{
    /// <summary>The words that a call sees.</summary>
    public static LuceneWords Words(Session session) => ((LuceneHold)session.Held).Words;

    /// <inheritdoc/>
    public IDisposable? Hold(long seq) => readers.Hold(seq);

    /// <inheritdoc/>
    public Understood Understand(string text, string framework, Session session) => search.Understand(text, framework, session);

    /// <inheritdoc/>
    public Finding Run(Session session, Understood understood, bool scored, Priors priors, HitCollector hits) => search.Run(session, understood, scored, priors, hits);

    /// <inheritdoc/>
    public Func<int, double, ScoreParts> Explain(Session session, Understood understood, Priors priors) => search.Explain(session, understood, priors);

    /// <inheritdoc/>
    public void ScoreAlike(int doc, Session session, Span<float> scores) => search.ScoreAlike(doc, session, scores);

    public void Dispose() => readers.Dispose();
}
