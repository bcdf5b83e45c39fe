using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Tests.Work;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>Tagging again over a real store whose courses were tagged by an older tagger.</summary>
public sealed class RetagTests : IDisposable
{
    private const int Courses = 1100;
    private static readonly SourceTraits Traits = new("own", "Own", "uk", KeepAuthors: false);

    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private readonly NightClock clock = new();
    private readonly ListingPreparation preparation = Prepared.Listings();
    private LedgerStore store;

    public RetagTests() => store = LedgerStore.Open(folder, clock);

    private LedgerCatalog Catalog => new LedgerCatalog(store, new(), clock);

    private Retagging Retagging => new(store, clock);

    [Fact]
    public async Task A_retag_that_is_cut_off_goes_on_from_its_last_batch_and_reports_the_whole()
    {
        await FillAsync(Courses);
        await Assert.ThrowsAsync<PowerCutException>(() => RunAsync(progress: new PowerCut(after: 1)));
        store.Dispose();
        store = LedgerStore.Open(folder, clock);
        var between = (await store.PositionAsync(default)).Revision;
        Assert.Equal(Courses + 500, between);

        var report = await RunAsync();

        Assert.True(report.Resumed);
        Assert.Equal((Courses, Courses, 0), (report.Courses, report.Changed, report.Refused));
        Assert.Equal(2 * Courses, (await store.PositionAsync(default)).Revision);
        Assert.Equal(new CompetenceChange(0, Courses, 0), report.Competences["5.4"]);
        Assert.Equal(RetagReport.MostExamples, report.Examples.Count);
        Assert.StartsWith("5.4* 0.90 → ", $"{report.Examples[0].Before} → {report.Examples[0].After}", StringComparison.Ordinal);
        var again = await RunAsync();
        Assert.Equal((Courses, 0, 0, false), (again.Courses, again.Changed, again.Assignments, again.Resumed));
        Assert.Equal(2 * Courses, (await store.PositionAsync(default)).Revision);
    }

    [Fact]
    public async Task A_dry_run_says_what_a_run_would_do_and_writes_nothing()
    {
        await FillAsync(30);
        store.Dispose();
        var before = await File.ReadAllBytesAsync(Path.Combine(folder, "catalogue.sqlite"));
        store = LedgerStore.Open(folder, clock);

        var dry = await RunAsync(dryRun: true);
        store.Dispose();
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder, "catalogue.sqlite")));
        store = LedgerStore.Open(folder, clock);
        var wet = await RunAsync();

        Assert.True(dry.DryRun);
        Assert.Equal(30, dry.Changed);
        Assert.Equal((wet.Changed, wet.Assignments), (dry.Changed, dry.Assignments));
        Assert.Equal(wet.Examples, dry.Examples);
    }

    [Fact]
    public async Task Where_nothing_changes_nothing_is_written()
    {
        await FillAsync(30);
        await RunAsync();
        store.Dispose();
        var before = await File.ReadAllBytesAsync(Path.Combine(folder, "catalogue.sqlite"));
        store = LedgerStore.Open(folder, clock);

        Assert.Equal(0, (await RunAsync()).Changed);

        store.Dispose();
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(folder, "catalogue.sqlite")));
        store = LedgerStore.Open(folder, clock);
    }

    [Fact]
    public async Task A_verdict_stays_whatever_is_tagged()
    {
        await FillAsync(3);
        await new VerdictLedger(store, clock).SayAsync([new() { Course = "own.0", Verdict = VerdictKind.Confirm, By = "Оксана" }], true, default);

        await RunAsync();

        Assert.Equal("5.4", Assert.Single((await Catalog.FindAsync("own.0", default))!.Course!.Tagging.Competences).Code);
        Assert.DoesNotContain((await Catalog.FindAsync("own.1", default))!.Course!.Tagging.Competences, one => one.Code == "5.4");
    }

    [Fact]
    public async Task While_one_writes_another_is_refused_and_a_dry_run_is_not()
    {
        await FillAsync(3);
        var retag = new Retag(Catalog, Retagging, preparation);
        var (second, dry) = (new List<Task<RetagReport?>>(), new List<Task<RetagReport?>>());
        await retag.RunAsync(null, false, _ => Traits, new AtOnce(() =>
        {
            second.Add(retag.RunAsync(null, false, _ => Traits, null, default));
            dry.Add(retag.RunAsync(null, true, _ => Traits, null, default));
        }), default);
        Assert.Null(await Assert.Single(second));
        Assert.NotNull(await Assert.Single(dry));
        Assert.NotNull(await retag.RunAsync(null, false, _ => Traits, null, default));
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<RetagReport> RunAsync(bool dryRun = false, IProgress<HarvestProgress>? progress = null) =>
        (await new Retag(Catalog, Retagging, preparation).RunAsync(null, dryRun, _ => Traits, progress, default))!;

    /// <summary>Courses whose assignments an older tagger made: 5.4 for all of them.</summary>
    private async Task FillAsync(int count)
    {
        var older = new Tagging { TaggerVersion = "older", Primary = "5.4", Competences = [new("5.4", 0.9, [])] };
        var run = await Catalog.OpenHarvestAsync(new("own", RunKind.Import, clock.GetUtcNow()), default);
        var entries = Enumerable.Range(0, count)
            .Select(i => preparation.Prepare(new() { Id = $"{i}", Title = $"Кераміка {i}", Url = $"https://courses.example/{i}", Summary = "Вигаданий курс. Глина та гончарне коло.", Language = "uk" }, Traits).Entry! with { Tagging = older });
        await Catalog.RecordAsync(run, new([.. entries], [], null), default);
        await Catalog.CloseHarvestAsync(run, new(HarvestEnd.Complete, null, null, FetchFigures.None, clock.GetUtcNow()), default);
    }

    /// <summary>Ends the program after so many batches, as it would end without power.</summary>
    private sealed class PowerCut(int after) : IProgress<HarvestProgress>
    {
        private int left = after;

        public void Report(HarvestProgress value)
        {
            if (--left == 0)
            {
                throw new PowerCutException();
            }
        }
    }

    private sealed class PowerCutException : Exception;
}
