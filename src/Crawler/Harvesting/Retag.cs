using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>How many courses were normalised and tagged again, how many changed by it, and how many are refused by the newer rules and stay as they are.</summary>
public sealed record RetagReport(int Courses, int Changed, int Refused);

/// <summary>Normalises and tags every kept listing again without asking any portal. May be run again at any time: what is equal takes no revision.</summary>
public sealed class Retag(ICourseCatalog catalog, Retagging retagging, ListingPreparation preparation)
{
    private const int CoursesABatch = 500;

    /// <summary>Goes through one source, or all. <paramref name="traits"/> gives what normalising must know of a source; cancelling keeps what is done.</summary>
    public async Task<RetagReport> RunAsync(string? source, Func<string, SourceTraits> traits, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var (courses, changed, refused) = (0, 0, 0);
        var batch = new List<(Course, Tagging)>(CoursesABatch);
        await foreach (var stored in catalog.RawListingsAsync(source, ct))
        {
            preparation.Learn(stored.Raw, traits(stored.Source));
        }

        await foreach (var stored in catalog.RawListingsAsync(source, ct))
        {
            courses++;
            var (entry, _) = preparation.Prepare(stored.Raw, traits(stored.Source));
            if (entry is null)
            {
                refused++;
                continue;
            }

            batch.Add((entry.Course, entry.Tagging));
            if (batch.Count == CoursesABatch)
            {
                changed += await retagging.ApplyAsync(batch, ct);
                batch.Clear();
                progress?.Report(new HarvestProgress(source ?? "all sources", courses, refused, 0, null));
            }
        }

        changed += await retagging.ApplyAsync(batch, ct);
        return new RetagReport(courses, changed, refused);
    }
}
