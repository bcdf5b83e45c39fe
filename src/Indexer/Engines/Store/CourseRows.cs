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
    private readonly SqliteCommand _find = connection.Statement("SELECT doc, revision, facets IS NOT NULL FROM facts WHERE id = $id");
    private readonly SqliteCommand _old = connection.Statement("SELECT body, tokens FROM courses WHERE doc = $doc");
    private readonly SqliteCommand _remove = connection.Statement("DELETE FROM courses WHERE doc = $doc; DELETE FROM titles WHERE doc = $doc;");
    private readonly SqliteCommand _facts = connection.Statement("""
        INSERT INTO facts(id, revision, seq, facets, minutes, firstSeen, title, cluster, rank, lastSeen, lastChanged)
        VALUES($id, $revision, $seq, $facets, $minutes, $firstSeen, $title, $cluster, $rank, $lastSeen, $lastChanged)
        ON CONFLICT(id) DO UPDATE SET revision = excluded.revision, seq = excluded.seq, facets = excluded.facets,
            minutes = excluded.minutes, firstSeen = excluded.firstSeen, title = excluded.title,
            cluster = excluded.cluster, rank = excluded.rank, lastSeen = excluded.lastSeen, lastChanged = excluded.lastChanged
        RETURNING doc
        """);

    private readonly SqliteCommand _put = connection.Statement("""
        INSERT INTO courses(doc, body, tokens) VALUES($doc, $body, $tokens);
        INSERT INTO titles(doc, title, folded, sortKey) VALUES($doc, $title, $folded, $sortKey);
        """);

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
        using var row = _find.With("$id", id).ExecuteReader();
        return row.Read() ? new KnownCourse(row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2)) : null;
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
        var number = Facts(change, seq, course, MemoryMarshal.AsBytes<int>(tokens[0]).ToArray());
        words?.Add(number, tokens);
        _put
            .With("$doc", number).With("$body", course.Body).With("$tokens", TokenColumns.Write(tokens))
            .With("$title", course.Title).With("$folded", course.FoldedTitle).With("$sortKey", course.SortKey)
            .ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in new[] { _state, _move, _find, _old, _remove, _facts, _put })
        {
            command.Dispose();
        }
    }

    // A course that was here before keeps its number.
    private long Facts(CourseChange change, long seq, PreparedCourse? course, byte[]? title) => (long)_facts
        .With("$id", change.Id).With("$revision", change.Revision).With("$seq", seq)
        .With("$facets", course?.Facets).With("$minutes", course?.Minutes).With("$firstSeen", course?.FirstSeen).With("$title", title)
        .With("$cluster", course?.Cluster).With("$rank", course?.Rank).With("$lastSeen", course?.LastSeen).With("$lastChanged", course?.LastChanged)
        .ExecuteScalar()!;
}
