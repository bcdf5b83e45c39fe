using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// The words of all living courses as one call sees them, wherever they are kept: in memory or in Lucene's files. Ranking, explaining and likeness ask nothing else, so engines
/// answer alike; they ask by the clause and not by the course, so this costs nothing.
/// </summary>
internal interface IKnownWords
{
    /// <summary>Courses that are alive.</summary>
    int Courses { get; }

    /// <summary>In how many courses a token stands.</summary>
    int Frequency(int token);

    /// <summary>How much a token weighs in a course, to <see cref="Impact.Most"/>; 0 where it does not stand there.</summary>
    byte Weight(int token, int doc);

    /// <summary>Whether a course has one of the tokens of each place, next to each other and in order or <paramref name="anywhere"/>.</summary>
    bool Stand(int doc, int[][] places, bool anywhere);

    /// <summary>
    /// Scores every course that has the clause in some way and that the board wants, by its best way and as much as the clause says.
    /// <paramref name="among"/>: the only courses that the board can want, rising; empty where it may want any.
    /// </summary>
    void Score(AskedClause clause, float information, FactTable facts, ScoreBoard board, ReadOnlySpan<int> among);

    /// <summary>Adds every course that has what is wanted.</summary>
    void AddTo(DocSet docs, Wanted way, FactTable facts);

    /// <summary>Raises the scores of all courses with a token, as much as it says and weighs there.</summary>
    void Raise(Span<float> scores, int token, float information);
}
