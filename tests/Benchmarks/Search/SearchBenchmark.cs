using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Engines.Fts5;
#if LUCENENET
using DcCourseIndex.Indexer.Engines.Lucene;
#endif
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>Builds an index of invented courses and times the query set on it with each engine, warm, whole answers with highlights and all facets.</summary>
internal static class SearchBenchmark
{
    private const int Page = 5_000;
    private const int WarmRounds = 20;
    private const int Rounds = 5;

    // Lucene over files that are mapped into memory: measured when it is named.
    private const string Mapped = "lucene-mapped";

    private static readonly EngineComparison Comparison = new();

    public static int Run(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        var (courses, seed) = (Number("--courses", 10_000), Number("--seed", 1));
        var analysis = TextAnalysis.Load("auto");
        var frameworks = FrameworkFiles.Load(ConfigFolder("frameworks")).Value!;
        var lexicon = VocabularyFiles.Load(ConfigFolder("vocabulary"), frameworks).Value!;
        var tagger = new CompetenceTagger(analysis, lexicon, frameworks, ModelFile.Load(ConfigFolder("models"), frameworks).Value, ModelFile.Load(ConfigFolder("models"), frameworks, ModelFile.Questions).Value);
        SearchEngine[] engines =
        [
            PostingsEngine.Create(analysis, frameworks, TimeProvider.System, new Synonyms(lexicon.QueryWords), () => tagger),
            Fts5Engine.Create(analysis, frameworks, TimeProvider.System, lexicon.QueryWords.Rings),
#if LUCENENET
            LuceneEngine.Create(analysis, frameworks, TimeProvider.System, new Synonyms(lexicon.QueryWords), () => tagger),
            LuceneEngine.Create(analysis, frameworks, TimeProvider.System, new Synonyms(lexicon.QueryWords), () => tagger, access: FileAccessKind.Mapped) with { Name = Mapped },
#endif
        ];
        var wanted = options.GetValueOrDefault("--engine", "both");
        PrintTagging(tagger, [.. frameworks.DigComp22.Competences.SelectMany(competence => new[] { competence.Name.Uk, competence.Name.En })]);
        foreach (var engine in engines.Where(engine => wanted is "both" ? engine.Name != Mapped : wanted.Split(',').Any(name => engine.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))))
        {
            using var index = KeptIndex.Open(options.GetValueOrDefault("--index"), courses, seed, frameworks, engine);
            Console.WriteLine(index.Report);
            var queries = QuerySet.Make(seed, index.Words, index.Texts);
            if (options.TryGetValue("--kinds", out var kinds))
            {
                queries = [.. queries.Where(query => kinds.Split(',').Contains(query.Kind))];
            }

            Measure(engine, index.Folder, queries, courses);
            if (engine == engines[0])
            {
                PlainScan.Measure(index.Folder, analysis, queries, courses, Rounds);
            }

            SuggestBenchmark.Measure(engine, index);
            if (options.ContainsKey("--update"))
            {
                UpdateBenchmark.Measure(engine, index, queries, courses);
            }
        }

        if (options.ContainsKey("--postgres"))
        {
            MeasurePostgres(courses, seed, analysis, frameworks);
        }

        return 0;

        int Number(string name, int otherwise) => options.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static void MeasurePostgres(int courses, int seed, TextAnalysis analysis, Frameworks frameworks)
    {
        using var server = PostgresServer.Start();
        if (server is null)
        {
            Console.WriteLine("PostgreSQL: skipped; apt-get install postgresql-15");
            return;
        }

        var search = new PostgresSearch(server, analysis, frameworks);
        var invented = new InventedCourses(seed, frameworks);
        List<CatalogCourse> some = [];
        var watch = Stopwatch.StartNew();
        search.Load(invented.Take(courses).Chunk(Page).SelectMany(page =>
        {
            some.AddRange(page.Take(50));
            return page;
        }));
        Console.WriteLine($"PostgreSQL: loaded and indexed in {watch.Elapsed.TotalSeconds:0.0} s with making the courses up");
        var times = search.Time(QuerySet.Make(seed, invented.Words, [.. some.Select(course => (course.Course.Title, course.Course.Summary))]), rounds: 1);
        Print("all", times);
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "search", engine = "PostgreSQL", courses, queries = times.Length, p50 = At(times, 0.50), p95 = At(times, 0.95), p99 = At(times, 0.99) }));
    }

    private static void Measure(SearchEngine engine, string folder, IReadOnlyList<(string Kind, CourseQuery Query)> queries, int courses)
    {
        var before = Memory();
        var used = Environment.CpuUsage.TotalTime;
        var opening = Stopwatch.StartNew();
        using var searcher = engine.OpenSearcher(folder);
        searcher.Search(queries[0].Query);
        opening.Stop();
        used = Environment.CpuUsage.TotalTime - used;
        var memory = Memory() - before;
        Console.WriteLine($"{engine.Name}: first answer {opening.ElapsedMilliseconds} ms after opening (processor {used.TotalMilliseconds:0} ms), {memory / 1e6:0} MB managed");
        var times = Time(searcher, queries);
        foreach (var kind in times.GroupBy(time => time.Kind))
        {
            Print(kind.Key, [.. kind.Select(time => time.Ms)]);
            Print("  processor", [.. kind.Select(time => time.Processor)]);
        }

        double[] all = [.. times.Select(time => time.Ms)];
        Print("all", all);

        // On a busy machine only this says something about the program.
        double[] processor = [.. times.Select(time => time.Processor)];
        Print("processor", processor);
        Console.WriteLine($"processor, mean of all queries: {processor.Average():0.00} ms");
        Console.WriteLine($"process: {Environment.WorkingSet / 1e6:0} MB working set; load average {LoadAverage()}");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "search",
            engine = engine.Name,
            courses,
            firstAnswerMs = opening.ElapsedMilliseconds,
            firstAnswerProcessorMs = (long)used.TotalMilliseconds,
            managedBytes = memory,
            workingSetBytes = Environment.WorkingSet,
            p50 = At(all, 0.50),
            p95 = At(all, 0.95),
            p99 = At(all, 0.99),
            processorP50 = At(processor, 0.50),
            processorP95 = At(processor, 0.95),
            processorP99 = At(processor, 0.99),
        }));
        Comparison.Add(engine, folder, queries, searcher);
    }

    private static List<(string Kind, double Ms, double Processor)> Time(ICourseSearcher searcher, IReadOnlyList<(string Kind, CourseQuery Query)> queries)
    {
        List<(string, double, double)> times = [];
        for (var round = 0; round < WarmRounds + Rounds; round++)
        {
            foreach (var (kind, query) in queries)
            {
                var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                searcher.Search(query);
                if (round >= WarmRounds)
                {
                    times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds));
                }
            }
        }

        return times;
    }

    // Part of every answer of the postings; the names of competences have more words of the lexicon than queries usually have.
    private static void PrintTagging(CompetenceTagger tagger, string[] texts)
    {
        double[] Once() => Array.ConvertAll(texts, text =>
        {
            var start = Stopwatch.GetTimestamp();
            tagger.Topics(text);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });

        Once();
        Once();
        Print("tagging", Once());
    }

    public static void Print(string kind, double[] ms) =>
        Console.WriteLine($"{kind,-12} p50 {At(ms, 0.5),8:0.00}  p95 {At(ms, 0.95),8:0.00}  p99 {At(ms, 0.99),8:0.00} ms");

    public static double At(double[] ms, double part) => Math.Round(ms.Order().ElementAt((int)((ms.Length - 1) * part)), 3);

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    public static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

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
