using DcCourseIndex.Indexer.Engines.Store;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Brings the words in memory from one commit to the next; the first time from segment files, as far as there are any.</summary>
internal sealed class WordReading(string folder, ILogger log)
{
    /// <summary>Begins to read the words after what changed since a commit, and returns how to get them; files are read meanwhile.</summary>
    public Func<WordIndex> Read(WordIndex before, ReadConnection connection, long after)
    {
        if (before.Segments.Count > 0 || SegmentRows.Read(connection.Statement) is not { Count: > 0 } rows || rows[0].First <= after)
        {
            return () => Later(before, connection, after);
        }

        var files = Task.Run(() => rows.Select(row => SegmentFile.Read(Path.Combine(folder, row.File))).ToList());
        return () =>
        {
            // Waiting for a file is what a start is; nobody else is kept by it.
            var segments = files.GetAwaiter().GetResult().Zip(rows, (segment, row) => segment ?? FromStore(row, connection));
            var living = SegmentList.Living(segments).Where(segment => segment.Living > 0).ToList();
            return Later(new WordIndex(living, living.Sum(segment => segment.Living)), connection, rows[^1].Last);
        };
    }

    private Segment FromStore(SegmentRow row, ReadConnection connection)
    {
        log.LogWarning("The segment {File} is missing or damaged; its words are read from the stored courses, which takes longer. The next process that writes the index makes the file again.", Path.Combine(folder, row.File));
        return SegmentRows.Build(connection.Statement, row.First, row.Last);
    }

    private static WordIndex Later(WordIndex before, ReadConnection connection, long after)
    {
        var changed = SegmentRows.Build(connection.Statement, after + 1, long.MaxValue);
        if (changed.Held.Length + changed.Gone.Length == 0)
        {
            return before;
        }

        var gone = changed.Held.Concat(changed.Gone).ToList();
        List<LivingSegment> segments = [.. before.Segments.Select(segment => segment.Without(gone)).Where(segment => segment.Living > 0)];
        if (changed.Held.Length > 0)
        {
            segments.Add(LivingSegment.Of(changed));
        }

        return new WordIndex(segments, segments.Sum(segment => segment.Living));
    }
}
