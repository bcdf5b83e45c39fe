using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Query;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// One reading connection with its statements. Between <see cref="Begin"/> and <see cref="End"/> it sees one state of the file,
/// whatever a writer does meanwhile.
/// </summary>
internal sealed class ReadConnection(string folder) : IDisposable
{
    private readonly SqliteConnection _connection = StoreSchema.OpenForReading(folder);
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    /// <summary>The index folder.</summary>
    public string Folder => folder;

    /// <summary>Fixes the state to read, and returns its position and the number of its commit.</summary>
    public (IndexPosition Position, long Seq) Begin()
    {
        Statement("BEGIN").ExecuteNonQuery();
        using var row = Statement("SELECT epoch, revision, fingerprint, seq FROM state").ExecuteReader();
        row.Read();
        return (new IndexPosition(row.GetString(0), row.GetInt64(1), row.GetString(2)), row.GetInt64(3));
    }

    public void End() => Statement("ROLLBACK").ExecuteNonQuery();

    /// <summary>A statement that is prepared once.</summary>
    public SqliteCommand Statement(string sql) =>
        _statements.TryGetValue(sql, out var known) ? known : _statements[sql] = _connection.Statement(sql);

    /// <summary>The number of a course; null where there is none of that id.</summary>
    public int? Doc(string id) =>
        Statement("SELECT doc FROM facts WHERE id = $id AND facets IS NOT NULL").With("$id", id).ExecuteScalar() is long doc ? (int)doc : null;

    /// <summary>A course as stored; null where its number has none any more.</summary>
    public CatalogCourse? Course(int doc) =>
        Statement("SELECT body FROM courses WHERE doc = $doc").With("$doc", doc).ExecuteScalar() is byte[] body
            ? CourseBody.Read(body)
            : null;

    /// <summary>The courses of a cluster, the one that stands for it first.</summary>
    public IReadOnlyList<CatalogCourse> Cluster(string id)
    {
        List<CatalogCourse> courses = [];
        Statement("SELECT body FROM facts JOIN courses ON courses.doc = facts.doc WHERE cluster = $cluster ORDER BY rank DESC, firstSeen, id")
            .With("$cluster", id)
            .Each(row => courses.Add(CourseBody.Read(row.GetFieldValue<byte[]>(0))));
        return courses;
    }

    /// <summary>A spelling; null where the index does not have it.</summary>
    public KnownWord? Word(string word)
    {
        using var row = Statement("SELECT token, titles FROM words WHERE word = $word").With("$word", word).ExecuteReader();
        return row.Read() ? new KnownWord(word, row.GetInt32(0), row.GetInt32(1)) : null;
    }

    /// <summary>The Ukrainian words that are typed so in Latin letters.</summary>
    public IReadOnlyList<string> WordsInLatin(string typed)
    {
        List<string> words = [];
        if (LatinKey.Of(typed) is { Length: > 0 } key)
        {
            Statement("SELECT word FROM words WHERE latin = $key ORDER BY titles DESC LIMIT 20").With("$key", key).Each(row => words.Add(row.GetString(0)));
        }

        return words;
    }

    /// <summary>The most titled words that begin so.</summary>
    public IReadOnlyList<KnownWord> WordsFrom(string beginning, int limit)
    {
        List<KnownWord> words = [];
        Statement("SELECT word, token, titles FROM words WHERE word >= $from AND word < $to ORDER BY titles DESC, word LIMIT $limit")
            .With("$from", beginning).With("$to", beginning + char.MaxValue).With("$limit", limit)
            .Each(row => words.Add(new KnownWord(row.GetString(0), row.GetInt32(1), row.GetInt32(2))));
        return words;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}

/// <summary>A spelling with the token it is indexed under and the number of titles that have it.</summary>
internal sealed record KnownWord(string Word, int Token, int Titles);
