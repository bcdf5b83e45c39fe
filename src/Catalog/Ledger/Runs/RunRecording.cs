using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Takes a batch into the run's own tables.</summary>
internal static class RunRecording
{
    private const string Upsert = """
        insert into run_entries (run, course_id, source_id, hash, tagging, course, raw)
        values (@Run, @Id, @SourceId, @Hash, @Tagging, @Course, @Raw)
        on conflict (run, course_id) do update set
            hash = excluded.hash, tagging = excluded.tagging, course = excluded.course, raw = excluded.raw
        """;

    /// <summary>A course that is listed after it was said to be gone is not gone.</summary>
    private const string Listed = """
        delete from run_deletions
        where run = @run and exists (select 1 from run_entries e where e.run = run_deletions.run and e.course_id = run_deletions.course_id)
        """;

    public static async Task RecordAsync(LedgerTransaction tx, HarvestRun harvest, HarvestBatch batch, PreparedEntry[] entries)
    {
        var (run, source) = (harvest.Id, harvest.Source);
        await RunFence.CheckAsync(tx, source, harvest.Fence);
        var resumable = await tx.ExecuteAsync(
            "update runs set marker = @marker, partial = case when @partial = 1 then 1 else partial end where id = @run and state = 'open'",
            new { run, marker = batch.Marker is null ? null : ExactText.Of(batch.Marker), partial = batch.Partial ? 1 : 0 });
        if (resumable == 0)
        {
            throw new InvalidOperationException($"Run {run} is not open, so nothing can be recorded in it. Open a new one.");
        }

        var holders = await HoldersAsync(tx, run, entries);
        var refusals = new List<Refusal>(batch.Refusals);
        var taken = new List<PreparedEntry>(entries.Length);
        foreach (var entry in entries)
        {
            if (holders.TryAdd(entry.Id, entry.SourceId) || holders[entry.Id] == entry.SourceId)
            {
                taken.Add(entry with { Run = run });
            }
            else
            {
                refusals.Add(new Refusal(
                    entry.SourceId,
                    $"The identifier {entry.Id} already stands for «{holders[entry.Id]}» of this source. Change one of the two at the portal.",
                    entry.Address));
            }
        }

        await DeleteAsync(tx, run, batch.Deleted, source);
        await tx.ExecuteAsync(Upsert, taken);
        await tx.ExecuteAsync(Listed, new { run });
        await RefuseAsync(tx, run, refusals);
    }

    private static async Task DeleteAsync(LedgerTransaction tx, long run, IReadOnlyList<string> sourceIds, string source)
    {
        if (sourceIds.Count == 0)
        {
            return;
        }

        var gone = sourceIds.Select(id => new { run, id = CourseId.Of(source, id) }).Distinct().ToList();
        await tx.ExecuteAsync("delete from run_entries where run = @run and course_id = @id", gone);
        await tx.ExecuteAsync("insert into run_deletions (run, course_id) values (@run, @id) on conflict (run, course_id) do nothing", gone);
    }

    /// <summary>Which platform identifier each id of the batch stands for so far, in this run and in the catalogue.</summary>
    private static async Task<Dictionary<string, string>> HoldersAsync(LedgerTransaction tx, long run, PreparedEntry[] entries)
    {
        var rows = await tx.QueryByIdsAsync<Holder>(
            """
            select id as Id, source_id as SourceId from courses where id in @ids
            union
            select course_id, source_id from run_entries where run = @run and course_id in @ids
            """,
            entries.Select(entry => entry.Id).Distinct(),
            run);
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            holders.TryAdd(row.Id, row.SourceId);
        }

        return holders;
    }

    private static async Task RefuseAsync(LedgerTransaction tx, long run, List<Refusal> refusals)
    {
        if (refusals.Count == 0)
        {
            return;
        }

        // The digest lets a batch that is recorded twice count once; equal refusals inside one batch still count each.
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var before = await tx.FirstAsync<long>("select coalesce(max(number), 0) from run_refusals where run = @run", new { run });
        await tx.ExecuteAsync(
            """
            insert into run_refusals (run, digest, number, refusal) values (@run, @digest, @number, @refusal)
            on conflict (run, digest) do nothing
            """,
            refusals.Select((refusal, i) =>
            {
                var json = Json.Of(refusal);
                var repeat = seen[json] = seen.GetValueOrDefault(json) + 1;
                return new { run, digest = Digest(json, repeat), number = before + i + 1, refusal = json };
            }).ToList());
    }

    private static string Digest(string json, int repeat) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{repeat}:{json}"))));

    private sealed class Holder
    {
        public string Id { get; init; } = "";
        public string SourceId { get; init; } = "";
    }
}
