using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private const int Writers = 16;
    private const int RunsEach = 5;
    private const int CoursesEach = 12;

    [Fact]
    public async Task A_follower_misses_nothing_that_sixteen_writers_write_at_once()
    {
        var catalogs = new[] { Catalog, CatalogOn(Another()) };
        using var end = new CancellationTokenSource();
        var following = Task.Run(() => FollowAsync(catalogs[1], end.Token));
        var reports = await Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(writer => Task.Run(() => WriteAsync(catalogs[writer % 2], $"source-{writer}"))));
        await end.CancelAsync();
        var seen = await following;

        // Every run changes every course, so every course takes one revision a run: the sum is the counter.
        Assert.All(reports.SelectMany(report => report), report => Assert.Equal(CoursesEach, report.New + report.Changed));
        Assert.Equal(Writers * RunsEach * CoursesEach, await RevisionAsync());

        var revisions = seen.Select(change => change.Revision).ToList();
        Assert.Equal(revisions.Order(), revisions);
        Assert.Equal(revisions.Count, revisions.Distinct().Count());
        var followed = seen.GroupBy(change => change.Id).ToDictionary(changes => changes.Key, changes => (changes.Last().Revision, changes.Last().Course!.Course.Title));
        var standing = (await ChangesAsync()).ToDictionary(change => change.Id, change => (change.Revision, change.Course!.Course.Title));
        Assert.Equal(Writers * CoursesEach, standing.Count);
        Assert.Equal(standing, followed);
        await SoundAsync();
    }

    private async Task<List<HarvestReport>> WriteAsync(ICourseCatalog catalog, string source)
    {
        var reports = new List<HarvestReport>();
        for (var i = 0; i < RunsEach; i++)
        {
            var run = await catalog.OpenHarvestAsync(new HarvestOpening(source, RunKind.Harvest, Clock.GetUtcNow()), default);
            foreach (var batch in Invented.Entries(source, CoursesEach, $"Прохід {i}").Chunk(5))
            {
                await catalog.RecordAsync(run, new HarvestBatch(batch, [], null), default);
            }

            reports.Add(await catalog.CloseHarvestAsync(run, Closing(HarvestEnd.Complete), default));
        }

        return reports;
    }

    /// <summary>Reads all the time, as fast as it can, and once more after the writers have ended.</summary>
    private static async Task<List<CourseChange>> FollowAsync(ICourseCatalog catalog, CancellationToken end)
    {
        var seen = new List<CourseChange>();
        var reached = 0L;
        while (true)
        {
            var last = end.IsCancellationRequested;
            var page = await catalog.ChangesAfterAsync(reached, 7, default);
            Assert.All(page.Changes, change => Assert.InRange(change.Revision, reached + 1, page.Catalog.Revision));
            seen.AddRange(page.Changes);
            reached = page.Reached(reached);
            if (last && page.Changes.Count == 0)
            {
                return seen;
            }
        }
    }
}
