using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Work;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Duplicates;

/// <summary>The orders about duplicates: a librarian joins or splits courses, an operator has all of them compared again; and the search after each run.</summary>
public sealed class DuplicateOrders(DuplicateSearch search, DuplicateVerdicts verdicts, ClusterRecords clusters, ICourseCatalog catalog, ILogger<DuplicateOrders> log)
{
    /// <summary>Looks for duplicates of what a run has changed. A failure is logged and leaves the run as it is; the next search goes on from there.</summary>
    public async Task AfterRunAsync(CancellationToken ct)
    {
        try
        {
            await search.CatchUpAsync(rebuild: false, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What is not done is done by the next search.
        }
#pragma warning disable CA1031 // The run itself is promoted; a bug in comparing must not make a failure of it.
        catch (Exception bug) when (bug is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            log.LogError(bug, "The search for duplicates broke; the next one goes on where it stopped");
        }
    }

    /// <summary>Every course is compared again; a clustering that comes out equal writes nothing.</summary>
    public async Task<WorkAnswer> RebuildAsync(CancellationToken ct)
    {
        var report = await search.CatchUpAsync(rebuild: true, ct);
        return new WorkAnswer(0, [], $"{report.Read} courses compared, {report.Linked} pairs linked; the cluster of {report.Changed} courses changed.");
    }

    /// <summary><c>join A B…</c> and <c>split A</c>; with undo the word is withdrawn.</summary>
    public async Task<WorkAnswer> SayAsync(DuplicateWord word, WorkOrder order, CancellationToken ct)
    {
        if (await RefusalAsync(word, order, ct) is { } refusal)
        {
            return WorkAnswer.Refused(refusal);
        }

        var (course, others, by) = (order.Courses[0], order.Courses.Skip(1).ToList(), order.By ?? "librarian");
        if (order.Undo)
        {
            var withdrawn = await verdicts.WithdrawAsync(word, course, others.Count > 0 ? others[0] : null, by, ct);
            await search.CatchUpAsync(rebuild: false, ct);
            return withdrawn == 0
                ? WorkAnswer.Refused($"Nobody has said «{Wire.Name(word)}» of {course}{(others.Count > 0 ? $" and {others[0]}" : "")}. «duplicates {course}» lists what was said.")
                : new WorkAnswer(0, [], $"Withdrawn: {withdrawn} {(withdrawn == 1 ? "word" : "words")} on {course}.");
        }

        // Only what has been compared can be told apart; and whoever splits means the cluster as it stands.
        await search.CatchUpAsync(rebuild: false, ct);
        if (word == DuplicateWord.Split)
        {
            others = [.. (await clusters.ListAsync(course, ct)).SelectMany(cluster => cluster.Members).Select(member => member.Id).Where(id => id != course)];
            if (others.Count == 0)
            {
                return WorkAnswer.Refused($"{course} is in no cluster. «duplicates» lists them.");
            }
        }

        await verdicts.SayAsync(word, course, others, by, ct);
        var report = await search.CatchUpAsync(rebuild: false, ct);
        return new WorkAnswer(0, [], $"{course} {(word == DuplicateWord.Join ? "is one course with" : "is another course than")} {string.Join(", ", others)}; the cluster of {report.Changed} courses changed.");
    }

    private async Task<string?> RefusalAsync(DuplicateWord word, WorkOrder order, CancellationToken ct)
    {
        if (order.Courses.Count == 0 || (word == DuplicateWord.Split && !order.Undo && order.Courses.Count > 1) || (word == DuplicateWord.Join && !order.Undo && order.Courses.Count < 2) || order.Courses.Distinct(StringComparer.Ordinal).Count() < order.Courses.Count)
        {
            return word == DuplicateWord.Join ? "Name two different courses: join A B." : "Name one course: split A.";
        }

        var unknown = new List<string>();
        foreach (var id in order.Courses)
        {
            if (await catalog.FindAsync(id, ct) is not { Course: not null })
            {
                unknown.Add(id);
            }
        }

        return unknown.Count == 0 ? null : $"The catalogue has no living course {string.Join(", ", unknown)}. A course's page shows its number.";
    }
}
