using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Which file a start may begin with, which stands in the store.</summary>
internal static class StartRows
{
    /// <summary>The file's name and the number of its commit; null where the store names none.</summary>
    public static (string File, long Seq)? Find(ReadConnection connection)
    {
        if (connection.Statement("SELECT 1 FROM sqlite_schema WHERE name = 'starts'").ExecuteScalar() is null)
        {
            return null;
        }

        using var row = connection.Statement("SELECT file, seq FROM starts").ExecuteReader();
        return row.Read() ? (row.GetString(0), row.GetInt64(1)) : null;
    }

    /// <summary>Begins to write a new file, on a connection of its own, where courses have changed since the last one; null where none have.</summary>
    public static Task<(string File, long Seq)>? Begin(string folder, SqliteConnection connection)
    {
        using var last = connection.Statement("SELECT seq FROM starts");
        using var now = connection.Statement("SELECT seq FROM state");
        return Equals(last.ExecuteScalar(), now.ExecuteScalar()) ? null : Task.Run(() => StartBlock.Write(folder));
    }

    /// <summary>Names the new file in the store; the one before stays for readers that are just starting.</summary>
    public static void Put(string folder, SqliteConnection connection, (string File, long Seq) written)
    {
        using var before = connection.Statement("SELECT file FROM starts");
        var kept = before.ExecuteScalar() as string;
        var (file, seq) = written;
        using var put = connection.Statement("INSERT INTO starts(one, file, seq) VALUES(1, $file, $seq) ON CONFLICT(one) DO UPDATE SET file = excluded.file, seq = excluded.seq");
        put.With("$file", file).With("$seq", seq).ExecuteNonQuery();
        foreach (var path in Directory.EnumerateFiles(folder, "start-*").Where(path => Path.GetFileName(path) is var name && name != file && name != kept))
        {
            File.Delete(path);
        }
    }
}
