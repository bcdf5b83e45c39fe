using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>
/// Normalises and tags every kept listing again without asking any portal. May be run again at any time: what is equal takes no revision. Where it is cut off, the
/// next one of the same source by the same tagger goes on from the last batch that it wrote. One at a time writes, with <paramref name="leases"/> on all nodes together:
/// two with different words would undo each other's work, and there is one place to go on from.
/// </summary>
public sealed class Retag(ICourseCatalog catalog, Retagging retagging, ListingPreparation preparation, Leases? leases = null)
{
    private const int CoursesABatch = 500;
    private int writing;

    /// <summary>
    /// Goes through one source, or all. <paramref name="traits"/> gives what normalising must know of a source; cancelling keeps what is done; a dry run writes nothing.
    /// Null where another one is writing.
    /// </summary>
    public async Task<RetagReport?> RunAsync(string? source, bool dryRun, Func<string, SourceTraits> traits, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        if (dryRun)
        {
            return await GoThroughAsync(source, dryRun, traits, progress, ct);
        }

        if (Interlocked.Exchange(ref writing, 1) == 1)
        {
            return null;
        }

        try
        {
            await using var duty = leases is null ? null : await leases.TryHoldAsync("duty: retag", ct);
            if (leases is not null && duty is null)
            {
                return null;
            }

            using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, duty?.Lost ?? CancellationToken.None);
            return await GoThroughAsync(source, dryRun, traits, progress, end.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The lease is another node's by now; what is written stays.
            return null;
        }
        finally
        {
            Volatile.Write(ref writing, 0);
        }
    }

    private async Task<RetagReport> GoThroughAsync(string? source, bool dryRun, Func<string, SourceTraits> traits, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var tagger = preparation.TaggerVersion;
        var place = dryRun ? null : await retagging.PlaceAsync(source, tagger, ct);
        var report = place is null ? RetagReport.Nothing with { DryRun = dryRun } : JsonSerializer.Deserialize<RetagReport>(place.Report, Wire.Json)! with { Resumed = true };
        await foreach (var stored in catalog.RawListingsAsync(source, ct))
        {
            preparation.Learn(stored.Raw, traits(stored.Source));
        }

        var (batch, refused, last) = (new List<(Course, Tagging)>(CoursesABatch), 0, "");
        await foreach (var stored in catalog.RawListingsAsync(source, ct))
        {
            if (place is not null && string.CompareOrdinal(stored.CourseId, place.After) <= 0)
            {
                continue;
            }

            last = stored.CourseId;
            if (preparation.Prepare(stored.Raw, traits(stored.Source)).Entry is { } entry)
            {
                batch.Add((entry.Course, entry.Tagging));
            }
            else
            {
                refused++;
            }

            if (batch.Count + refused == CoursesABatch)
            {
                await TakeAsync();
            }
        }

        await TakeAsync();
        if (!dryRun)
        {
            await retagging.EndAsync(ct);
        }

        return report;

        async Task TakeAsync()
        {
            var before = report;
            var changed = dryRun
                ? await retagging.CompareAsync(batch, ct)
                : await retagging.ApplyAsync(batch, told => new RetagPlace(source, tagger, last, JsonSerializer.Serialize(before.With(batch.Count + refused, refused, told), Wire.Json)), ct);
            report = before.With(batch.Count + refused, refused, changed);
            batch.Clear();
            refused = 0;
            progress?.Report(new HarvestProgress(source ?? "all sources", report.Courses, report.Refused, 0, null));
        }
    }
}
