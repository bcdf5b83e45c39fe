using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Keeps old addresses alive: where a source offers a course again under another key, the retired id leads to the new one.</summary>
internal static class Successors
{
    /// <summary>Called before the retired courses lose their cluster. Only the same address, key or a librarian's word makes a successor.</summary>
    public static async Task RecordAsync(LedgerTransaction tx, IReadOnlyList<string> gone)
    {
        var clusters = await tx.QueryByIdsAsync<Row>("select course_id as Id, links as Links from course_clusters where course_id in @ids", gone);
        foreach (var row in clusters)
        {
            var source = row.Id[..row.Id.IndexOf('.', StringComparison.Ordinal)] + ".";
            var sure = Json.Read<IReadOnlyList<ClusterLink>>(row.Links)
                .Where(link => link.Kind is LinkKind.Address or LinkKind.Key or LinkKind.Librarian && link.Other.StartsWith(source, StringComparison.Ordinal))
                .Select(link => link.Other);
            foreach (var successor in sure)
            {
                await tx.ExecuteAsync(
                    """
                    insert into course_successors (course_id, successor)
                    select @id, @successor from courses where id = @successor and state <> 'retired'
                    on conflict (course_id) do update set successor = excluded.successor
                    """,
                    new { id = row.Id, successor });
            }
        }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Links { get; init; } = "";
    }
}
