using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// The tables of an index. A course has one document number for ever; a retired one leaves its number and revision behind as a tombstone.
/// A text is kept as numbers of tokens: a token is the set of all readings of a word, so an ambiguous form stands at one position under all
/// its lemmas, phrases included.
/// </summary>
internal static class StoreSchema
{
    public const string FileName = "courses.sqlite";

    /// <summary>Raised with every change of what is stored for a course.</summary>
    public const string Layout = "store-6";

    /// <summary>Stands between values of one field, so that no phrase reaches across.</summary>
    public const int Break = 0;

    /// <summary>Ukrainian alphabetical order; its version is part of the index's fingerprint, because the sort keys are stored.</summary>
    public static readonly CompareInfo Alphabet = CompareInfo.GetCompareInfo("uk-UA");

    private const string Sql = """
        CREATE TABLE state(one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, epoch TEXT NOT NULL, revision INTEGER NOT NULL, fingerprint TEXT NOT NULL);
        INSERT INTO state VALUES(1, 0, '', 0, '');
        CREATE TABLE facts(doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, seq INTEGER NOT NULL,
            facets TEXT, minutes INTEGER, firstSeen INTEGER, title BLOB, cluster TEXT, rank INTEGER,
            lastSeen INTEGER, lastChanged INTEGER);
        CREATE INDEX facts_seq ON facts(seq);
        CREATE INDEX facts_cluster ON facts(cluster) WHERE cluster IS NOT NULL;
        CREATE TABLE courses(doc INTEGER PRIMARY KEY, body BLOB NOT NULL, tokens BLOB NOT NULL);
        CREATE TABLE titles(doc INTEGER PRIMARY KEY, title TEXT NOT NULL, folded TEXT NOT NULL, sortKey BLOB NOT NULL);
        CREATE INDEX titles_folded ON titles(folded);
        CREATE INDEX titles_order ON titles(sortKey);
        CREATE TABLE tokens(id INTEGER PRIMARY KEY, readings TEXT NOT NULL);
        CREATE TABLE words(number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, latin TEXT, token INTEGER NOT NULL, titles INTEGER NOT NULL);
        CREATE INDEX words_latin ON words(latin) WHERE latin IS NOT NULL;
        CREATE TABLE segments(file TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, held INTEGER NOT NULL);
        """;

    /// <summary>Opens the file of an index folder for writing and makes what is missing; a new file with the engine's own tables.</summary>
    public static SqliteConnection OpenForWriting(string folder, string engineTables)
    {
        Directory.CreateDirectory(folder);
        var connection = Open(folder, SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;");
        using var transaction = connection.BeginTransaction();
        using var exists = connection.CreateCommand();
        exists.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'state'";
        if ((long)exists.ExecuteScalar()! == 0)
        {
            Execute(connection, Sql + engineTables);
        }

        // Later than the others, and in no need of a rebuild.
        Execute(connection, "CREATE TABLE IF NOT EXISTS starts(one INTEGER PRIMARY KEY CHECK (one = 1), file TEXT NOT NULL, seq INTEGER NOT NULL);");
        transaction.Commit();
        return connection;
    }

    /// <summary>Opens the file for reading; it must be there.</summary>
    public static SqliteConnection OpenForReading(string folder)
    {
        var connection = Open(folder, SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA query_only = 1; PRAGMA cache_size = -8192;");
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string folder, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, FileName),
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA mmap_size = 1073741824;");
        return connection;
    }
}
