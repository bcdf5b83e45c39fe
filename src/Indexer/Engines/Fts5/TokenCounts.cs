using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>How many courses have a token, by FTS5's own vocabulary.</summary>
internal static class TokenCounts
{
    public static long Of(int token, Session session) =>
        session.Connection.Statement("SELECT doc FROM vocabulary WHERE term = CAST($token AS TEXT)").With("$token", token).ExecuteScalar() as long? ?? 0;
}
