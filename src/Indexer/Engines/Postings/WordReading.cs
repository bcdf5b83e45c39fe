using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Brings the words in memory from one commit to the next.</summary>
internal static class WordReading
{
    /// <summary>The words after what changed since a commit.</summary>
    public static WordIndex Read(WordIndex before, ReadConnection connection, long after)
    {
        List<int> changed = [];
        var builder = new SegmentBuilder();
        var living = 0;
        connection.Statement("SELECT f.doc, c.tokens FROM facts f LEFT JOIN courses c ON c.doc = f.doc WHERE f.seq > $after ORDER BY f.doc").With("$after", after)
            .Each(row =>
            {
                changed.Add(row.GetInt32(0));
                if (!row.IsDBNull(1))
                {
                    living++;
                    builder.Add(row.GetInt32(0), TokenColumns.Read(row.GetFieldValue<byte[]>(1)));
                }
            });
        if (changed.Count == 0)
        {
            return before;
        }

        List<LivingSegment> segments = [.. before.Segments.Select(segment => segment.Without(changed)).Where(segment => segment.Living > 0)];
        if (living > 0)
        {
            segments.Add(LivingSegment.Of(builder.Build()));
        }

        return new WordIndex(segments, segments.Sum(segment => segment.Living));
    }
}
