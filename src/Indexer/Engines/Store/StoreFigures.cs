using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Reads where an index stands and how much it holds, without loading it.</summary>
internal static class StoreFigures
{
    public static IndexFigures Of(string folder)
    {
        using var connection = StoreSchema.OpenForReading(folder);
        var bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

        // Of titles there is an index to count, of courses only their pages; words are never taken out.
        using var row = connection.Statement("""
            SELECT epoch, revision, fingerprint, (SELECT count(*) FROM titles), (SELECT coalesce(max(number), 0) FROM words) FROM state
            """).ExecuteReader();
        row.Read();
        return new IndexFigures(new IndexPosition(row.GetString(0), row.GetInt64(1), row.GetString(2)), row.GetInt32(3), row.GetInt32(4), bytes);
    }
}
