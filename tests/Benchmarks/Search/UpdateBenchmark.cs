using System.Diagnostics;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>Changes one course in a hundred while queries run: how long from the commit until a query sees it, and what the queries felt.</summary>
internal static class UpdateBenchmark
{
    private const int Updates = 5;
    private const string Mark = "оновлення";

    public static void Measure(SearchEngine engine, KeptIndex index, IReadOnlyList<(string Kind, CourseQuery Query)> queries, int courses)
    {
        // On a copy: the index is for others too.
        var folder = Directory.CreateTempSubdirectory("dccourseindex-update-");
        foreach (var file in Directory.EnumerateFiles(index.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(index.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        try
        {
            Measure(engine, folder.FullName, index.Some, queries, courses);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(SearchEngine engine, string folder, IReadOnlyList<CatalogCourse> some, IReadOnlyList<(string Kind, CourseQuery Query)> queries, int courses)
    {
        using var writer = engine.OpenIndex(folder);
        using var searcher = engine.OpenSearcher(folder);
        using var over = new CancellationTokenSource();
        List<double> felt = [];
        var asking = Task.Run(() =>
        {
            for (var at = 0; !over.IsCancellationRequested; at = (at + 1) % queries.Count)
            {
                var start = Stopwatch.GetTimestamp();
                searcher.Search(queries[at].Query);
                felt.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        List<double> applied = [], visible = [];
        for (var update = 0; update < Updates; update++)
        {
            var revision = writer.Position.Revision;
            var title = $"{Mark}{revision}";
            CourseChange[] changes = [.. Enumerable.Range(0, courses / 100).Select(at =>
            {
                var course = some[((update * 37) + at) % some.Count];
                return new CourseChange(revision + at + 1, at < some.Count ? course.Course.Id : $"{course.Course.Id}x{at}", course.State, course with
                {
                    Course = course.Course with { Id = at < some.Count ? course.Course.Id : $"{course.Course.Id}x{at}", Title = $"{title} {course.Course.Title}" },
                });
            })];
            var start = Stopwatch.GetTimestamp();
            writer.Apply(changes, writer.Position with { Revision = changes[^1].Revision });
            applied.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var committed = Stopwatch.GetTimestamp();
            while (!searcher.Search(new CourseQuery { Text = title, Limit = 1 }).Hits.Any(hit => hit.Course.Course.Title.StartsWith(title, StringComparison.Ordinal)))
            {
            }

            visible.Add(Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
        }

        over.Cancel();
        asking.GetAwaiter().GetResult();
        SearchBenchmark.Print("updating", [.. felt]);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "update",
            engine = engine.Name,
            courses,
            changed = courses / 100,
            appliedMs = applied.Select(ms => Math.Round(ms)),
            visibleMs = visible.Select(ms => Math.Round(ms, 1)),
            queries = felt.Count,
            p95 = SearchBenchmark.At([.. felt], 0.95),
            loadAverage = SearchBenchmark.LoadAverage(),
        }));
    }
}
