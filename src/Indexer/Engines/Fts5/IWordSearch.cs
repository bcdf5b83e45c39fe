using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>
/// How an engine over the stored courses understands a query and finds the courses that fit it. Any text has a reading; a reading is used with
/// the session in which it was made. Both ways (FTS5's own full text, postings in memory) see the same tokens.
/// </summary>
internal interface IWordSearch
{
    /// <summary>The reading of typed text that leads somewhere.</summary>
    Understood Understand(string text, string framework, Session session);

    /// <summary>Gives every course that fits to the collector, with its score where <paramref name="scored"/>. Null where the caller must judge by the hits whether they really fit.</summary>
    Finding? Run(Session session, Understood understood, bool scored, HitCollector hits);
}

/// <summary>Whether what was found really fits, and how the query was read where it was not as typed.</summary>
internal sealed record Finding(bool Confident, Correction? Suggestion);
