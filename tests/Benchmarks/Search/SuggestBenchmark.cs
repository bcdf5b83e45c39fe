using System.Diagnostics;
using System.Text.Json;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>Times completions letter by letter of words and titles, half of them with a slip behind the first letter.</summary>
internal static class SuggestBenchmark
{
    private const int Words = 60;
    private const int Limit = 10;
    private const int Rounds = 3;

    public static void Measure(SearchEngine engine, KeptIndex index)
    {
        var random = new Random(7);
        var typed = Enumerable.Range(0, Words)
            .Select(_ => index.Some[random.Next(index.Some.Count)].Course.Title)
            .Select((title, at) => at % 2 == 0 ? title : Slip(title, random))
            .SelectMany(title => Enumerable.Range(1, Math.Min(12, title.Length)).Select(length => title[..length]))
            .ToList();
        using var searcher = engine.OpenSearcher(index.Folder);
        List<double> times = [];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var beginning in typed)
            {
                var start = Stopwatch.GetTimestamp();
                searcher.Suggest(beginning, Limit);
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        SearchBenchmark.Print("suggest", [.. times]);
        Console.WriteLine(JsonSerializer.Serialize(new { benchmark = "suggest", engine = engine.Name, typed = typed.Count, p50 = SearchBenchmark.At([.. times], 0.5), p95 = SearchBenchmark.At([.. times], 0.95), p99 = SearchBenchmark.At([.. times], 0.99), loadAverage = SearchBenchmark.LoadAverage() }));
    }

    // The second to fifth letter goes, or changes places with its neighbour.
    private static string Slip(string title, Random random)
    {
        var at = random.Next(1, 5);
        return title.Length < 7 ? title : random.Next(2) == 0 ? title.Remove(at, 1) : string.Concat(title.AsSpan(0, at), title.AsSpan(at + 1, 1), title.AsSpan(at, 1), title.AsSpan(at + 2));
    }
}
