using DcCourseIndex.Indexer.Engines.Store;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>One segment file of an index: the words of all courses whose last change is one of the commits from the first to the last.</summary>
internal sealed record SegmentRow(string File, long First, long Last, int Held);

/// <summary>The list of segment files, which stands in the store and so changes in one act with courses and position.</summary>
internal static class SegmentRows
{
    /// <summary>Oldest first; none in an index of an older layout, which has no such list.</summary>
    public static IReadOnlyList<SegmentRow> Read(Func<string, SqliteCommand> statement)
    {
        List<SegmentRow> rows = [];
        if (statement("SELECT 1 FROM sqlite_schema WHERE name = 'segments'").ExecuteScalar() is null)
        {
            return rows;
        }

        statement("SELECT file, first, last, held FROM segments ORDER BY first").Each(row => rows.Add(new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3))));
        return rows;
    }

    /// <summary>Makes a segment of what the store has of some commits: the courses last changed there, and the ones that went.</summary>
    public static Segment Build(Func<string, SqliteCommand> statement, long first, long last)
    {
        var builder = new SegmentBuilder();
        List<int> gone = [];
        statement("SELECT f.doc, c.tokens FROM facts f LEFT JOIN courses c ON c.doc = f.doc WHERE f.seq BETWEEN $first AND $last ORDER BY f.doc").With("$first", first).With("$last", last)
            .Each(row =>
            {
                if (row.IsDBNull(1))
                {
                    gone.Add(row.GetInt32(0));
                }
                else
                {
                    builder.Add(row.GetInt32(0), TokenColumns.Read(row.GetFieldValue<byte[]>(1)));
                }
            });
        return builder.Build([.. gone]);
    }
}
