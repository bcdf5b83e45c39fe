using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Benchmarks;

/// <summary>Times the search for duplicates over invented courses, one in ten of which a second portal copies: whole, with nothing new, and after a change of one in a hundred.</summary>
internal static class DuplicatesBenchmark
{
    private const int ABatch = 2_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[^1], CultureInfo.InvariantCulture));
        var (count, seed) = (options.GetValueOrDefault("--courses", 10_000), options.GetValueOrDefault("--seed", 1));
        var frameworks = FrameworkFiles.Load(Path.Combine(Root(), "config", "frameworks")).Value!;
        var folder = Directory.CreateTempSubdirectory("dccourseindex-bench-").FullName;
        try
        {
            using var store = LedgerStore.Open(folder, TimeProvider.System);
            var catalog = new LedgerCatalog(store, new LedgerOptions(), TimeProvider.System);
            var originals = count * 10 / 11;
            await ImportAsync(catalog, Courses(originals, count - originals, seed, frameworks), seed);
            GC.Collect();
            var start = Environment.WorkingSet;
            using var search = new DuplicateSearch(new PrintRecords(store), new ClusterRecords(store, TimeProvider.System), TextAnalysis.Load("auto"), NullLogger<DuplicateSearch>.Instance);

            var (whole, wholeProcessor, report) = await TimeAsync(search);
            var peak = Process.GetCurrentProcess().PeakWorkingSet64;
            var (nothing, _, _) = await TimeAsync(search);
            await ImportAsync(catalog, Courses(originals, count - originals, seed, frameworks).Where((_, i) => i % 100 == 7).Select(course => course with { Summary = course.Summary + " Оновлено." }), seed);
            var (some, someProcessor, changed) = await TimeAsync(search);
            Console.WriteLine($"{count} courses (seed {seed}): whole {whole.TotalSeconds:0.0} s (processor {wholeProcessor.TotalSeconds:0.0} s), {report.Linked} pairs, {report.Changed} courses in clusters; nothing new {nothing.TotalSeconds:0.00} s; 1 % changed ({changed.Read}) {some.TotalSeconds:0.0} s (processor {someProcessor.TotalSeconds:0.0} s); at start {start / 1e6:0} MB, peak of the process {peak / 1e6:0} MB");
            Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "duplicates", courses = count, seed, wholeSeconds = Math.Round(whole.TotalSeconds, 2), wholeProcessorSeconds = Math.Round(wholeProcessor.TotalSeconds, 2), nothingSeconds = Math.Round(nothing.TotalSeconds, 3), changedCourses = changed.Read, changedSeconds = Math.Round(some.TotalSeconds, 2), changedProcessorSeconds = Math.Round(someProcessor.TotalSeconds, 2), startBytes = start, peakBytes = peak, report.Linked, clustered = report.Changed }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Processor time is what a busy machine does not falsify.
    private static async Task<(TimeSpan Time, TimeSpan Processor, DuplicateReport Report)> TimeAsync(DuplicateSearch search)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var report = await search.CatchUpAsync(rebuild: false, CancellationToken.None);
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - before, report);
    }

    private static IEnumerable<Course> Courses(int originals, int copies, int seed, Frameworks frameworks)
    {
        var step = Math.Max(1, originals / Math.Max(1, copies));
        foreach (var (number, known) in new InventedCourses(seed, frameworks).Take(originals).Index())
        {
            yield return known.Course;
            if (number % step == 0 && number / step < copies)
            {
                var key = "c" + known.Course.SourceId;
                yield return known.Course with { Id = $"second.{key}", Source = "second", SourceId = key, Url = $"https://second.example/kurs/{key}", Title = known.Course.Title + " (онлайн-курс)" };
            }
        }
    }

    private static async Task ImportAsync(LedgerCatalog catalog, IEnumerable<Course> courses, int seed)
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(seed);
        foreach (var source in courses.GroupBy(course => course.Source, StringComparer.Ordinal))
        {
            var run = await catalog.OpenHarvestAsync(new HarvestOpening(source.Key, RunKind.Import, at), CancellationToken.None);
            foreach (var batch in source.Chunk(ABatch))
            {
                var entries = batch.Select(course => new HarvestEntry(new RawListing { Id = course.SourceId, Title = course.Title, Url = course.Url }, course, Tagging.None));
                await catalog.RecordAsync(run, new HarvestBatch([.. entries], [], null), CancellationToken.None);
            }

            await catalog.CloseHarvestAsync(run, new HarvestClosing(HarvestEnd.Partial, null, null, FetchFigures.None, at), CancellationToken.None);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DcCourseIndex.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the program holds DcCourseIndex.sln.");
        }

        return folder;
    }
}
