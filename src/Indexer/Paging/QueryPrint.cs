using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>What makes two requests pages of one query: everything but the place, the size of the page and the explanations.</summary>
internal static class QueryPrint
{
    public static long Of(CourseQuery query)
    {
        var parts = new StringBuilder().AppendJoin('\u001f', query.Text, query.Framework, (int)query.Sort, query.Collapse);
        foreach (var (facet, values) in query.Filters.Where(pair => pair.Value.Count > 0).OrderBy(pair => pair.Key))
        {
            parts.Append('\u001e').Append((int)facet).Append('\u001f').AppendJoin('\u001f', values.Distinct().Order(StringComparer.Ordinal));
        }

        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }
}
