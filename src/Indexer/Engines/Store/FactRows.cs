using System.Runtime.InteropServices;
using DcCourseIndex.Indexer.Facets;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Reads what filters, counts and orders need of courses from the store. Keys of columns and names of clusters get numbers, which only grow.</summary>
internal sealed class FactRows
{
    /// <summary>The keys of each column so far.</summary>
    public FacetDictionary[] Keys { get; } = [.. Enumerable.Range(0, FacetKeys.Columns).Select(_ => new FacetDictionary())];

    /// <summary>The names of clusters so far; the number of a cluster is one more than its code.</summary>
    public FacetDictionary Clusters { get; } = new();

    /// <summary>What changed after a commit, by document number; without facts where a course has gone.</summary>
    public List<KeyValuePair<int, CourseFacts>> Read(ReadConnection connection, long after)
    {
        List<KeyValuePair<int, CourseFacts>> changes = [];
        connection.Statement("SELECT doc, id, facets, minutes, firstSeen, title, cluster, rank, lastSeen, lastChanged FROM facts WHERE seq > $after").With("$after", after)
            .Each(row => changes.Add(new(row.GetInt32(0), row.IsDBNull(2) ? default : Facts(row))));
        return changes;
    }

    private CourseFacts Facts(SqliteDataReader row) => new()
    {
        Id = row.GetString(1),
        Codes = FacetKeys.Codes(row.GetString(2), Keys),
        Minutes = row.IsDBNull(3) ? int.MaxValue : row.GetInt32(3),
        FirstSeen = row.GetInt64(4),
        Cluster = row.IsDBNull(6) ? 0 : Clusters.Code(row.GetString(6)) + 1,
        Rank = row.GetInt32(7),
        LastSeen = row.GetInt64(8),
        LastChanged = row.GetInt64(9),
        Title = MemoryMarshal.Cast<byte, int>(row.GetFieldValue<byte[]>(5)).ToArray(),
    };
}
