using System.Data.Common;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Looks whether a store is whole: the file, and the rules that the ledger itself keeps.</summary>
public sealed class CatalogCheck(LedgerStore store)
{
    private const int NamedAtMost = 5;

    /// <summary>Each rule with the SQL that names its breaches and the remedy.</summary>
    private static readonly (string What, string Sql, string Remedy)[] Rules =
    [
        ("Two courses have the same revision", "select min(id) from courses group by revision having count(*) > 1", "Restore a backup."),
        ("A course has a revision that the counter has not reached", "select id from courses where revision > (select revision from counter)", "Restore a backup."),
        ("A course has no texts", "select id from courses where id not in (select id from course_texts)", "Restore a backup."),
        ("A course has no raw listing", "select id from courses where state <> 'retired' and id not in (select id from raw_listings)", "Harvest its source again."),
        ("A missing course does not say since when", "select id from courses where state = 'missing' and (missing_since is null or missing_counted_at is null or missing_runs < 1)", "Restore a backup."),
        ("An active course still counts as missing", "select id from courses where state = 'active' and (missing_since is not null or missing_runs > 0)", "Restore a backup."),
        ("A closed run still has entries", "select distinct source || ' ' || runs.id from runs join run_entries on run = runs.id where state not in ('open', 'held')", "Restore a backup."),
        ("A closed run still has deletions", "select distinct source || ' ' || runs.id from runs join run_deletions on run = runs.id where state not in ('open', 'held')", "Restore a backup."),
        ("A closed run still has refusals", "select distinct source || ' ' || runs.id from runs join run_refusals on run = runs.id where state <> 'open'", "Restore a backup."),
        ("A cluster has one course only", "select min(course_id) from course_clusters group by cluster_id having count(*) < 2 and not exists (select 1 from duplicate_prints where stale = 1)", "Run «duplicates --rebuild»."),
        ("A promotion was cut in half", "select course_id from promotion", "Restore a backup."),
    ];

    /// <summary>What is wrong, one sentence each with the remedy; empty means sound. Reads the whole store once.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        try
        {
            return await store.ReadAsync(LookAsync, ct);
        }
        catch (DbException broken)
        {
            // A file that is damaged enough cannot even be asked.
            return [$"{store.Name} cannot be read to its end: {broken.Message}. Restore a backup."];
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(LedgerTransaction tx)
    {
        List<string> problems = [.. (await store.CheckAsync(tx)).Select(problem => $"{store.Name}: {problem} Restore a backup.")];
        foreach (var (what, sql, remedy) in Rules)
        {
            var breaches = await tx.QueryAsync<string>(sql);
            if (breaches.Count > 0)
            {
                var more = breaches.Count > NamedAtMost ? $" and {breaches.Count - NamedAtMost} more" : "";
                problems.Add($"{what}: {string.Join(", ", breaches.Take(NamedAtMost))}{more}. {remedy}");
            }
        }

        return problems;
    }
}
