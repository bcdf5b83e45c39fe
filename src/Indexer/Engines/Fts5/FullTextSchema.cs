using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Fts5;

/// <summary>
/// The full-text table beside those of the store. It holds numbers of tokens, so no syntax of a query can reach MATCH. What is taken out is named
/// token by token: contentless_delete would leave the number of rows as it was, and with it bm25 drifts away from that of a fresh index.
/// </summary>
internal static class FullTextSchema
{
    public const string Sql = """
        CREATE VIRTUAL TABLE fts USING fts5(title, competences, keywords, summary, description, content='', tokenize='ascii');
        INSERT INTO fts(fts, rank) VALUES('rank', 'bm25(8.0, 4.0, 3.0, 2.0, 1.0)');
        CREATE VIRTUAL TABLE vocabulary USING fts5vocab(fts, row);
        """;

    /// <summary>Whether the index in a folder has a full-text table.</summary>
    public static bool IsIn(string folder)
    {
        using var connection = StoreSchema.OpenForReading(folder);
        using var exists = connection.Statement("SELECT count(*) FROM sqlite_schema WHERE name = 'fts'");
        return (long)exists.ExecuteScalar()! > 0;
    }
}
