using DcCourseIndex.Indexer.Paging;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// How an engine over the stored courses understands a query and finds the courses that fit it. Any text has a reading; a reading is used with
/// the session in which it was made. Both ways (FTS5's own full text, postings in memory) see the same tokens.
/// </summary>
internal interface IWordSearch
{
    /// <summary>
    /// What the engine has on disk beside the store, as of the store's commit of that number, held for one call; null where later commits have taken its
    /// place: then begin again. An engine without such files holds nothing.
    /// </summary>
    IDisposable? Hold(long seq) => NothingHeld.Instance;

    /// <summary>The reading of typed text that leads somewhere.</summary>
    Understood Understand(string text, string framework, Session session);

    /// <summary>Gives every course that fits to the collector, with its score where <paramref name="scored"/>.</summary>
    Finding Run(Session session, Understood understood, bool scored, Priors priors, HitCollector hits);

    /// <summary>Tells of a found document and its score of what that was made.</summary>
    Func<int, double, ScoreParts> Explain(Session session, Understood understood, Priors priors);

    /// <summary>Scores the courses that share words with one, by document number; the one itself may be among them.</summary>
    void ScoreAlike(int doc, Session session, Span<float> scores);
}

/// <summary>How an engine has read a query, as far as hits are shown by it.</summary>
internal abstract record Understood(ReadQuery Query, IReadOnlyList<Clause> Clauses, Correction? Correction);

/// <summary>Whether what was found really fits (null: the best hit must be looked at), and how the query was read where it was not as typed.</summary>
internal sealed record Finding(bool? Confident, Correction? Suggestion);

/// <summary>The hold of an engine that has nothing to hold.</summary>
internal sealed class NothingHeld : IDisposable
{
    public static readonly NothingHeld Instance = new();

    private NothingHeld()
    {
    }

    public void Dispose()
    {
    }
}
