using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Two courses that the rule takes for one, the smaller id first. The heavier link is believed first.</summary>
public sealed record DuplicateLink(string One, string Other, LinkKind Kind, string Detail, double Weight);

/// <summary>Courses that hang together by links, verdicts or their cluster so far, with all that decides about them.</summary>
public sealed record LinkedCourses(IReadOnlyList<string> Ids, IReadOnlyList<DuplicateLink> Links, IReadOnlyList<DuplicateVerdict> Verdicts);

/// <summary>A cluster as the verbs list it: its members with the links of each.</summary>
public sealed record ClusterListing(string Id, IReadOnlyList<ClusterMember> Members);

/// <summary>A member of a cluster.</summary>
public sealed record ClusterMember(string Id, string Title, string Url, IReadOnlyList<ClusterLink> Links);

/// <summary>Keeps the links between courses and the clusters made of them. A change of cluster gives the courses concerned a new revision.</summary>
public sealed class ClusterRecords(LedgerStore store, TimeProvider clock)
{
    /// <summary>Writes what the comparison of these courses found.</summary>
    public Task LinkAsync(IReadOnlyList<string> judged, IReadOnlyList<DuplicateLink> links, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            await tx.ExecuteAsync(
                """
                insert into duplicate_links (one, other, kind, detail, weight) values (@One, @Other, @Kind, @Detail, @Weight)
                on conflict (one, other) do update set kind = excluded.kind, detail = excluded.detail, weight = excluded.weight
                """,
                links.Select(link => new { link.One, link.Other, Kind = Wire.Name(link.Kind), link.Detail, link.Weight }).ToList());
            await tx.ExecuteAsync("update duplicate_prints set stale = 1 where course_id = @id", links.SelectMany(link => new[] { link.One, link.Other }).Distinct().Select(id => new { id }).ToList());
            return await tx.ExecuteAsync("update duplicate_prints set judged = 1 where course_id = @id", judged.Select(id => new { id }).ToList());
        },
        ct);

    /// <summary>Courses whose cluster is to be made again and who have any link, verdict or cluster; the others are settled at once.</summary>
    public Task<List<string>> StaleAsync(CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            await tx.ExecuteAsync(
                """
                update duplicate_prints set stale = 0
                where stale = 1
                  and not exists (select 1 from duplicate_links l where l.one = course_id)
                  and not exists (select 1 from duplicate_links l where l.other = course_id)
                  and not exists (select 1 from duplicate_verdicts v where v.one = course_id and v.withdrawn_at is null)
                  and not exists (select 1 from duplicate_verdicts v where v.other = course_id and v.withdrawn_at is null)
                  and not exists (select 1 from course_clusters c where c.course_id = duplicate_prints.course_id)
                """);
            return await tx.QueryAsync<string>("select course_id from duplicate_prints where stale = 1 order by course_id");
        },
        ct);

    /// <summary>Everything that hangs together with these courses.</summary>
    public Task<LinkedCourses> LinkedAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => store.ReadAsync(
        async tx =>
        {
            var all = new HashSet<string>(ids, StringComparer.Ordinal);
            var links = new Dictionary<(string, string), DuplicateLink>();
            var verdicts = new Dictionary<long, DuplicateVerdict>();
            IReadOnlyCollection<string> edge = ids;
            while (edge.Count > 0)
            {
                var rows = (await tx.QueryByIdsAsync<LinkRow>($"{LinkRow.Select} where one in @ids", edge))
                    .Concat(await tx.QueryByIdsAsync<LinkRow>($"{LinkRow.Select} where other in @ids", edge)).ToList();
                var said = (await tx.QueryByIdsAsync<VerdictRow>($"{VerdictRow.Select} where withdrawn_at is null and one in @ids", edge))
                    .Concat(await tx.QueryByIdsAsync<VerdictRow>($"{VerdictRow.Select} where withdrawn_at is null and other in @ids", edge)).ToList();
                var mates = await tx.QueryByIdsAsync<string>(
                    "select m.course_id from course_clusters c join course_clusters m on m.cluster_id = c.cluster_id where c.course_id in @ids", edge);
                rows.ForEach(row => links[(row.One, row.Other)] = row.ToLink());
                said.ForEach(row => verdicts[row.Id] = row.ToVerdict());
                edge = [.. rows.SelectMany(row => new[] { row.One, row.Other })
                    .Concat(said.SelectMany(row => new[] { row.One, row.Other }))
                    .Concat(mates)
                    .Where(all.Add)];
            }

            return new LinkedCourses([.. all.Order(StringComparer.Ordinal)], [.. links.Values], [.. verdicts.Values.OrderBy(verdict => verdict.Id)]);
        },
        ct);

    /// <summary>
    /// Writes the clusters of courses; null for one that stands alone. Only courses whose cluster differs from what stands take a new revision:
    /// all in one transaction. Returns how many changed.
    /// </summary>
    public Task<int> WriteAsync(IReadOnlyDictionary<string, CourseCluster?> clusters, CancellationToken ct) => store.WriteAsync(
        async tx =>
        {
            var standing = (await tx.QueryByIdsAsync<ClusterRow>("select course_id as Id, cluster_id as Cluster, links as Links from course_clusters where course_id in @ids", clusters.Keys))
                .ToDictionary(row => row.Id, row => ((string, string)?)(row.Cluster, row.Links), StringComparer.Ordinal);
            var wanted = clusters.ToDictionary(
                pair => pair.Key,
                pair => pair.Value is { } cluster ? (cluster.Id, Json.Of(cluster.Links)) : ((string, string)?)null,
                StringComparer.Ordinal);
            var changed = wanted.Where(pair => pair.Value != standing.GetValueOrDefault(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
            if (changed.Count > 0)
            {
                await tx.ExecuteAsync("delete from course_clusters where course_id = @id", changed.Where(pair => pair.Value is null).Select(pair => new { id = pair.Key }).ToList());
                await tx.ExecuteAsync(
                    """
                    insert into course_clusters (course_id, cluster_id, links) values (@id, @cluster, @links)
                    on conflict (course_id) do update set cluster_id = excluded.cluster_id, links = excluded.links
                    """,
                    changed.Where(pair => pair.Value is not null).Select(pair => new { id = pair.Key, cluster = pair.Value!.Value.Item1, links = pair.Value!.Value.Item2 }).ToList());
                var first = await tx.FirstAsync<long>("update counter set revision = revision + @by returning revision - @by + 1", new { by = (long)changed.Count });
                var at = Instant.Text(clock.GetUtcNow());
                await tx.ExecuteAsync(
                    "update courses set revision = @revision, last_changed = @at where id = @id",
                    changed.Select((pair, i) => new { id = pair.Key, revision = first + i, at }).ToList());
            }

            await tx.ExecuteAsync("update duplicate_prints set stale = 0 where course_id = @id", clusters.Keys.Select(id => new { id }).ToList());
            return changed.Count;
        },
        ct);

    /// <summary>Clusters with their reasons, by id; of one course only its own where an id is given.</summary>
    public Task<IReadOnlyList<ClusterListing>> ListAsync(string? course, CancellationToken ct) => store.ReadAsync<IReadOnlyList<ClusterListing>>(
        async tx => [.. (await tx.QueryAsync<MemberRow>(
                $"""
                select m.cluster_id as Cluster, m.course_id as Id, m.links as Links, t.course as Course
                from course_clusters m join course_texts t on t.id = m.course_id
                {(course is null ? "" : "where m.cluster_id = (select cluster_id from course_clusters where course_id = @course)")}
                order by m.cluster_id, m.course_id
                """,
                new { course }))
            .GroupBy(row => row.Cluster, StringComparer.Ordinal)
            .Select(rows => new ClusterListing(rows.Key, [.. rows.Select(row => row.ToMember())]))],
        ct);

    /// <summary>A page of them, by id, after one that is known.</summary>
    public Task<IReadOnlyList<ClusterListing>> PageAsync(string? after, int limit, CancellationToken ct) => store.ReadAsync<IReadOnlyList<ClusterListing>>(
        async tx => [.. (await tx.QueryAsync<MemberRow>(
                """
                select m.cluster_id as Cluster, m.course_id as Id, m.links as Links, t.course as Course
                from course_clusters m join course_texts t on t.id = m.course_id
                where m.cluster_id in (select distinct cluster_id from course_clusters where cluster_id > @after order by cluster_id limit @limit)
                order by m.cluster_id, m.course_id
                """,
                new { after = after ?? "", limit }))
            .GroupBy(row => row.Cluster, StringComparer.Ordinal)
            .Select(rows => new ClusterListing(rows.Key, [.. rows.Select(row => row.ToMember())]))],
        ct);

    private sealed class ClusterRow
    {
        public string Id { get; init; } = "";
        public string Cluster { get; init; } = "";
        public string Links { get; init; } = "";
    }

    private sealed class MemberRow
    {
        public string Cluster { get; init; } = "";
        public string Id { get; init; } = "";
        public string Links { get; init; } = "";
        public string Course { get; init; } = "";

        public ClusterMember ToMember()
        {
            var course = Json.Read<Course>(Course);
            return new ClusterMember(Id, course.Title, course.Url, Json.Read<IReadOnlyList<ClusterLink>>(Links));
        }
    }

    private sealed class LinkRow
    {
        public const string Select = "select one as One, other as Other, kind as Kind, detail as Detail, weight as Weight from duplicate_links";

        public string One { get; init; } = "";
        public string Other { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Detail { get; init; } = "";
        public double Weight { get; init; }

        public DuplicateLink ToLink() => new(One, Other, StoredName.Of<LinkKind>(Kind), Detail, Weight);
    }
}
