using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>One state of the index in memory: what filters, counts and orders need, as of one commit.</summary>
internal sealed record Snapshot(IndexPosition Position, long Seq, FactTable Facts, WordIndex Words)
{
    private int[]? _titleRanks;

    /// <summary>The place of each course in the Ukrainian alphabet of titles, by document number; equal titles share one. Read when first asked for.</summary>
    public int[] TitleRanks(ReadConnection connection)
    {
        if (_titleRanks is { } known)
        {
            return known;
        }

        var ranks = new int[Facts.Limit];
        connection.Statement("SELECT doc, dense_rank() OVER (ORDER BY sortKey) FROM titles").Each(row => ranks[row.GetInt32(0)] = row.GetInt32(1));
        return _titleRanks = ranks;
    }
}
