using System.Runtime.InteropServices;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>What the index has of a course id; a tombstone has no course.</summary>
internal sealed record KnownCourse(long Doc, long Revision, bool HasCourse);

/// <summary>Writes the rows of courses, inside the caller's transaction.</summary>
internal sealed class CourseRows(SqliteConnection connection, IWordWriter? words) : IDisposable
{
    private readonly SqliteCommand _state = connection.Statement("SELECT epoch, revision, fingerprint, seq FROM state");
    private readonly SqliteCommand _move = connection.Statement("UPDATE state SET seq = $seq, epoch = $epoch, revision = $revision, fingerprint = $fingerprint");
    private readonly QuickStatement _find = new(connection, "SELECT doc, revision, facets IS NOT NULL FROM facts WHERE id = ?1");
    private readonly SqliteCommand _old = connection.Statement("SELECT body, tokens FROM courses WHERE doc = $doc");
    private readonly SqliteCommand _remove = connection.Statement("DELETE FROM courses WHERE doc = $doc; DELETE FROM titles WHERE doc = $doc;");
    private readonly QuickStatement _facts = new(connection, """
        INSERT INTO facts(id, revision, seq, facets, minutes, firstSeen, title, cluster, rank, lastSeen, lastChanged)
        VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT(id) DO UPDATE SET revision = excluded.revision, seq = excluded.seq, facets = excluded.facets,
            minutes = excluded.minutes, firstSeen = excluded.firstSeen, title = excluded.title,
            cluster = excluded.cluster, rank = excluded.rank, lastSeen = excluded.lastSeen, lastChanged = excluded.lastChanged
        RETURNING doc
        """);

    private readonly QuickStatement _course = new(connection, "INSERT INTO courses(doc, body, tokens) VALUES(?1, ?2, ?3)");
    private readonly QuickStatement _title = new(connection, "INSERT INTO titles(doc, title, folded, sortKey) VALUES(?1, ?2, ?3, ?4)");

    /// <summary>The position, and the number of the last commit.</summary>
    public (IndexPosition Position, long Seq) State()
    {
        using var row = _state.ExecuteReader();
        row.Read();
        return (new IndexPosition(row.GetString(0), row.GetInt64(1), row.GetString(2)), row.GetInt64(3));
    }

    public void Move(IndexPosition position, long seq) => _move
        .With("$seq", seq).With("$epoch", position.Epoch).With("$revision", position.Revision).With("$fingerprint", position.Fingerprint)
        .ExecuteNonQuery();

    public KnownCourse? Find(string id)
    {
        Span<long> row = stackalloc long[3];
        return _find.With(id).Read(row) ? new KnownCourse(row[0], row[1], row[2] != 0) : null;
    }

    /// <summary>Takes a course out and returns it as it was stored.</summary>
    public byte[] Remove(long doc)
    {
        byte[] body;
        int[][] tokens;
        using (var row = _old.With("$doc", doc).ExecuteReader())
        {
            row.Read();
            body = row.GetFieldValue<byte[]>(0);
            tokens = TokenColumns.Read(row.GetFieldValue<byte[]>(1));
        }

        words?.Remove(doc, tokens);
        _remove.With("$doc", doc).ExecuteNonQuery();
        return body;
    }

    /// <summary>Leaves a tombstone.</summary>
    public void Bury(CourseChange change, long seq) => Facts(change, seq, null, null);

    public void Put(CourseChange change, long seq, PreparedCourse course, int[][] tokens)
    {
        var number = Facts(change, seq, course, tokens[0]);
        words?.Add(number, tokens);
        _course.With(number).With(course.Body).With(TokenColumns.Write(tokens)).Run();
        _title.With(number).With(course.Title).With(course.FoldedTitle).With(course.SortKey).Run();
    }

    public void Dispose()
    {
        foreach (var command in new IDisposable[] { _state, _move, _find, _old, _remove, _facts, _course, _title })
        {
            command.Dispose();
        }
    }

    // A course that was here before keeps its number.
    private long Facts(CourseChange change, long seq, PreparedCourse? course, int[]? title)
    {
        _facts.With(change.Id).With(change.Revision).With(seq).With(course?.Facets).With(course?.Minutes).With(course?.FirstSeen);
        _ = title is null ? _facts.With(default(string)) : _facts.With(MemoryMarshal.AsBytes<int>(title));
        Span<long> row = stackalloc long[1];
        _facts.With(course?.Cluster).With(course?.Rank).With(course?.LastSeen).With(course?.LastChanged).Read(row);
        return row[0];
    }
}
