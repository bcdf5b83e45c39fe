using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Fts5;

namespace DcCourseIndex.Benchmarks;

/// <summary>Builds an index of invented courses and times the query set on it, warm, whole answers with highlights and all facets.</summary>
internal static class SearchBenchmark
{
    private const int Page = 5_000;
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[^1], CultureInfo.InvariantCulture));
        var (courses, seed) = (options.GetValueOrDefault("--courses", 10_000), options.GetValueOrDefault("--seed", 1));
        var frameworks = FrameworkFiles.Load(ConfigFolder("frameworks")).Value!;
        var analysis = TextAnalysis.Load("auto");
        var folder = Directory.CreateTempSubdirectory("dccourseindex-bench-").FullName;
        try
        {
            Measure(courses, seed, folder, analysis, frameworks);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(int courses, int seed, string folder, TextAnalysis analysis, Frameworks frameworks)
    {
        var invented = new InventedCourses(seed, frameworks);
        var (building, some) = Build(courses, folder, invented, analysis, frameworks);
        var size = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        Console.WriteLine($"{courses} courses (seed {seed}): built in {building.TotalSeconds:0.0} s (processor {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s with making them up), {courses / building.TotalSeconds:0} courses/s, {size / 1e6:0} MB, {Fts5Engine.Create(analysis, frameworks, TimeProvider.System).Measure(folder).Words} spellings");

        var before = Memory();
        var opening = Stopwatch.StartNew();
        using var searcher = Fts5CourseSearcher.Open(folder, analysis, frameworks, TimeProvider.System);
        opening.Stop();
        var memory = Memory() - before;
        Console.WriteLine($"opened in {opening.ElapsedMilliseconds} ms, {memory / 1e6:0} MB managed");

        var queries = QuerySet.Make(seed, invented.Words, some);
        var times = Time(searcher, queries);
        foreach (var kind in times.GroupBy(time => time.Kind))
        {
            Print(kind.Key, [.. kind.Select(time => time.Ms)]);
        }

        double[] all = [.. times.Select(time => time.Ms)];
        Print("all", all);

        // On a busy machine only this says something about the program.
        double[] processor = [.. times.Select(time => time.Processor)];
        Print("processor", processor);
        Console.WriteLine($"process: {Environment.WorkingSet / 1e6:0} MB working set");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "search",
            engine = "fts5",
            courses,
            seed,
            buildSeconds = Math.Round(building.TotalSeconds, 2),
            coursesPerSecond = Math.Round(courses / building.TotalSeconds),
            indexBytes = size,
            openMs = opening.ElapsedMilliseconds,
            managedBytes = memory,
            workingSetBytes = Environment.WorkingSet,
            p50 = At(all, 0.50),
            p95 = At(all, 0.95),
            p99 = At(all, 0.99),
            processorP50 = At(processor, 0.50),
            processorP95 = At(processor, 0.95),
            processorP99 = At(processor, 0.99),
        }));
    }

    private static (TimeSpan Time, List<CatalogCourse> Some) Build(int courses, string folder, InventedCourses invented, TextAnalysis analysis, Frameworks frameworks)
    {
        var watch = new Stopwatch();
        List<CatalogCourse> some = [];
        using var index = Fts5CourseIndex.Open(folder, analysis, frameworks);
        foreach (var page in invented.Take(courses).Chunk(Page))
        {
            some.AddRange(page.Take(50));
            var after = index.Position.Revision;
            CourseChange[] changes = [.. page.Select((course, at) => new CourseChange(after + at + 1, course.Course.Id, course.State, course))];
            watch.Start();
            index.Apply(changes, new IndexPosition("invented", changes[^1].Revision, "invented"));
            watch.Stop();
        }

        watch.Start();
        index.Optimise();
        return (watch.Elapsed, some);
    }

    private static List<(string Kind, double Ms, double Processor)> Time(Fts5CourseSearcher searcher, IReadOnlyList<(string Kind, CourseQuery Query)> queries)
    {
        List<(string, double, double)> times = [];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (kind, query) in queries)
            {
                var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                searcher.Search(query);
                if (round > 0)
                {
                    times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds));
                }
            }
        }

        return times;
    }

    private static void Print(string kind, double[] ms) =>
        Console.WriteLine($"{kind,-12} p50 {At(ms, 0.5),8:0.00}  p95 {At(ms, 0.95),8:0.00}  p99 {At(ms, 0.99),8:0.00} ms");

    private static double At(double[] ms, double part) => Math.Round(ms.Order().ElementAt((int)((ms.Length - 1) * part)), 3);

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static string ConfigFolder(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DcCourseIndex.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the program holds DcCourseIndex.sln.");
        }

        return Path.Combine(folder, "config", name);
    }
}
