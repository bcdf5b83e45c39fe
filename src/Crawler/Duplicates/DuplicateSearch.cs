using System.Collections.Concurrent;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Duplicates;

/// <summary>What a search for duplicates did: courses whose content was read, pairs that it linked, courses whose cluster changed.</summary>
public sealed record DuplicateReport(int Read, int Linked, int Changed);

/// <summary>
/// Finds courses that several portals offer. Follows the ledger as the index does: reads what is new or changed, compares it with what shares a
/// key with it, and makes the clusters of these courses again. Every step is kept, so that a search that was cut off goes on where it stopped,
/// and one with nothing new to read writes nothing. With <paramref name="leases"/> one node at a time searches.
/// </summary>
public sealed class DuplicateSearch(PrintRecords records, ClusterRecords clusters, TextAnalysis analysis, ILogger<DuplicateSearch> log, Leases? leases = null) : IDisposable
{
    private const int CoursesAPage = 1_000;
    private const int CoursesJudged = 1_000;
    private const int CoursesClustered = 400;
    private const int PrintsKept = 150_000;

    private readonly CoursePrinter printer = new(analysis);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Brings links and clusters up to date. With <paramref name="rebuild"/> every course is compared again. Cancelling keeps what is done.</summary>
    public async Task<DuplicateReport> CatchUpAsync(bool rebuild, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var duty = leases is null ? null : await leases.HoldAsync("duty: duplicates", ct);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, duty?.Lost ?? CancellationToken.None);
            ct = end.Token;
            await records.BeginAsync($"{PairRule.Version} {analysis.Fingerprint} {Senses.Fingerprint}", rebuild, ct);
            var prints = new ConcurrentDictionary<string, CoursePrint>(StringComparer.Ordinal);
            var read = await ReadAsync(prints, ct);
            var linked = await JudgeAsync(prints, ct);
            var changed = await ClusterAsync(prints, ct);
            if (changed > 0)
            {
                log.LogInformation("Duplicates: {Read} courses read, {Linked} pairs linked, the cluster of {Changed} courses changed", read, linked, changed);
            }

            return new DuplicateReport(read, linked, changed);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<int> ReadAsync(ConcurrentDictionary<string, CoursePrint> prints, CancellationToken ct)
    {
        var read = 0;
        PrintPage page;
        do
        {
            page = await records.NextAsync(CoursesAPage, ct);
            var printed = page.Courses.Where(course => course.Course is not null).AsParallel().AsOrdered().WithCancellation(ct)
                .Select(course =>
                {
                    var print = printer.Print(course.Course!);
                    return (Print: print, Record: new PrintedCourse(print.Id, course.Hash, print.Keys(), course.IsNew));
                }).ToList();
            foreach (var (print, _) in printed.Where(_ => prints.Count < PrintsKept))
            {
                prints[print.Id] = print;
            }

            string[] gone = [.. page.Courses.Where(course => course.Course is null).Select(course => course.Id)];
            await records.RecordAsync([.. printed.Select(one => one.Record)], gone, page.Reached, ct);
            read += page.Courses.Count;
        }
        while (!page.IsLast);

        var purged = await records.PurgedAsync(ct);
        if (purged.Count > 0)
        {
            await records.RecordAsync([], purged, page.Reached, ct);
        }

        return read;
    }

    private async Task<int> JudgeAsync(ConcurrentDictionary<string, CoursePrint> prints, CancellationToken ct)
    {
        var linked = 0;
        if (await records.CandidatesAsync(ct) is not { } pairs)
        {
            return linked;
        }

        foreach (var judged in pairs.Unjudged.Chunk(CoursesJudged))
        {
            var candidates = judged.AsParallel().WithCancellation(ct).Select(id => (Id: id, Others: pairs.Of(id))).Where(one => one.Others.Count > 0).ToList();
            await LoadAsync(prints, candidates.SelectMany(one => one.Others.Append(one.Id)).Where(id => !prints.ContainsKey(id)), ct);
            var links = candidates.AsParallel().WithCancellation(ct)
                .SelectMany(one => one.Others.Select(other => prints.TryGetValue(one.Id, out var mine) && prints.TryGetValue(other, out var theirs) ? PairRule.Judge(mine, theirs) : null).OfType<DuplicateLink>())
                .ToList();
            await clusters.LinkAsync(judged, links, ct);
            linked += links.Count;
        }

        return linked;
    }

    private async Task<int> ClusterAsync(ConcurrentDictionary<string, CoursePrint> prints, CancellationToken ct)
    {
        var changed = 0;
        var stale = new SortedSet<string>(await clusters.StaleAsync(ct), StringComparer.Ordinal);
        while (stale.Count > 0)
        {
            var linked = await clusters.LinkedAsync([.. stale.Take(CoursesClustered)], ct);
            var firstSeen = await LoadAsync(prints, linked.Ids, ct);
            var living = linked.Ids.Where(firstSeen.ContainsKey).ToDictionary(id => id, id => prints[id], StringComparer.Ordinal);
            changed += await clusters.WriteAsync(new ClusterMaking(living, linked).Make(firstSeen), ct);
            stale.ExceptWith(linked.Ids);
        }

        return changed;
    }

    /// <summary>Sees to it that the prints of these courses are there; gives the time from which each is known.</summary>
    private async Task<Dictionary<string, DateTimeOffset>> LoadAsync(ConcurrentDictionary<string, CoursePrint> prints, IEnumerable<string> ids, CancellationToken ct)
    {
        var contents = await records.ContentsAsync([.. ids.Distinct(StringComparer.Ordinal)], ct);
        contents.AsParallel().Where(one => !prints.ContainsKey(one.Course.Id)).ForAll(one => prints[one.Course.Id] = printer.Print(one.Course));
        return contents.ToDictionary(one => one.Course.Id, one => one.FirstSeen, StringComparer.Ordinal);
    }
}
