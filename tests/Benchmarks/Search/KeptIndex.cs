using System.Diagnostics;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>
/// An index of invented courses with some of its courses to ask for: built in a temporary folder that goes with it, or kept in a named one, where the next run finds it.
/// </summary>
internal sealed class KeptIndex : IDisposable
{
    private const int Page = 5_000;
    private const int OfEachPage = 50;
    private readonly bool _kept;

    private KeptIndex(string folder, bool kept, InventedWords words, IReadOnlyList<CatalogCourse> some, string report) =>
        (Folder, _kept, Words, Some, Report) = (folder, kept, words, some, report);

    public string Folder { get; }

    public InventedWords Words { get; }

    public IReadOnlyList<CatalogCourse> Some { get; }

    /// <summary>The texts of these.</summary>
    public IReadOnlyList<(string Title, string Summary)> Texts => [.. Some.Select(course => (course.Course.Title, course.Course.Summary))];

    /// <summary>How it was built, or that it was found.</summary>
    public string Report { get; }

    public static KeptIndex Open(string? kept, int courses, int seed, Frameworks frameworks, SearchEngine engine)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("dccourseindex-bench-").FullName : Path.Combine(kept, $"{engine.Name}-{courses}-{seed}");
        var sample = Path.Combine(folder, "some.json");
        var invented = new InventedCourses(seed, frameworks);
        if (File.Exists(sample))
        {
            return new(folder, true, invented.Words, JsonSerializer.Deserialize<List<CatalogCourse>>(File.ReadAllBytes(sample), Wire.Json)!, $"{courses} courses (seed {seed}): the index in {folder}");
        }

        var (pauses, collections, allocated) = (GC.GetTotalPauseDuration(), GC.CollectionCount(0), GC.GetTotalAllocatedBytes());
        var (time, processor, some) = Build(courses, folder, invented, engine);
        var collected = $"{GC.CollectionCount(0) - collections} collections paused it for {(GC.GetTotalPauseDuration() - pauses).TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - allocated) / 1e9:0.0} GB allocated (with making the courses up)";
        var size = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        var report = $"{courses} courses (seed {seed}): built in {time.TotalSeconds:0.0} s (processor {processor.TotalSeconds:0.0} s), {courses / time.TotalSeconds:0} courses/s, {2 * courses / processor.TotalSeconds:0} on two idle cores by processor time, {size / 1e6:0} MB, {engine.Measure(folder).Words} spellings; {collected}; load average {SearchBenchmark.LoadAverage()}";
        File.WriteAllBytes(sample, JsonSerializer.SerializeToUtf8Bytes(some, Wire.Json));
        return new(folder, kept is not null, invented.Words, some, report);
    }

    public void Dispose()
    {
        if (!_kept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    // All courses are made up before, so that nothing is worked on while the watch stands; as the follower does, the next page is at hand while one is written.
    private static (TimeSpan Time, TimeSpan Processor, List<CatalogCourse> Some) Build(int courses, string folder, InventedCourses invented, SearchEngine engine)
    {
        var pages = invented.Take(courses).Select((course, at) => new CourseChange(at + 1, course.Course.Id, course.State, course)).Chunk(Page).ToList();
        var some = pages.SelectMany(page => page.Take(OfEachPage)).Select(change => change.Course!).ToList();
        using var index = engine.OpenIndex(folder);
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < pages.Count; at++)
        {
            var next = at + 1 < pages.Count ? Task.FromResult<IReadOnlyList<CourseChange>>(pages[at + 1]) : null;
            index.Apply(pages[at], new IndexPosition("invented", pages[at][^1].Revision, "invented"), next);
        }

        index.Optimise();
        return (watch.Elapsed, Environment.CpuUsage.TotalTime - before, some);
    }
}
