using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Benchmarks.Pages;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>Times the query set over HTTP on loopback, as a client sees it that asks one after another over one connection and reads whole answers.</summary>
internal static class HttpBenchmark
{
    private const int WarmRounds = 10;
    private const int Rounds = 5;
    private const int Texts = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        if (!options.TryGetValue("--data", out var data) || !options.TryGetValue("--config", out var config))
        {
            Console.Error.WriteLine("search-http --data FOLDER --config FOLDER: «tests/load/run.sh prepare 100000» makes both.");
            return 2;
        }

        var site = OwnService.FreeAddress();
        var service = OwnService.Begin("run", "--roles", "index,search", "--data", data, "--config", config, "--urls", site.OriginalString);
        using var visitor = new PageVisitor(site);
        await visitor.ReadyAsync(service);
        var (courses, texts) = await TextsAsync(visitor);
        var queries = QuerySet.Make(1, new InventedWords(1), texts).Select(query => (query.Kind, Address: Address(query.Query))).ToList();
        List<(string Kind, double Ms)> times = [];
        for (var round = 0; round < WarmRounds + Rounds; round++)
        {
            foreach (var (kind, address) in queries)
            {
                var start = Stopwatch.GetTimestamp();
                await visitor.AskApiAsync(address);
                if (round >= WarmRounds)
                {
                    times.Add((kind, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
                }
            }
        }

        foreach (var kind in times.GroupBy(time => time.Kind))
        {
            SearchBenchmark.Print(kind.Key, [.. kind.Select(time => time.Ms)]);
        }

        double[] all = [.. times.Select(time => time.Ms)];
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "search-http",
            courses,
            queries = all.Length,
            p50 = SearchBenchmark.At(all, 0.5),
            p95 = SearchBenchmark.At(all, 0.95),
            p99 = SearchBenchmark.At(all, 0.99),
            loadAverage = SearchBenchmark.LoadAverage(),
        }));
        return 0;
    }

    private static async Task<(int Courses, List<(string Title, string Summary)> Texts)> TextsAsync(PageVisitor visitor)
    {
        var (courses, texts) = (0, new List<(string, string)>());
        for (string? cursor = ""; cursor is not null && texts.Count < Texts;)
        {
            var page = await visitor.JsonAsync("/api/v1/courses?sort=title&limit=100&fields=title,summary" + cursor);
            courses = page.GetProperty("total").GetInt32();
            texts.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("title").GetString()!, item.GetProperty("summary").GetString()!)));
            cursor = page.GetProperty("next") is { ValueKind: JsonValueKind.String } next ? "&cursor=" + Uri.EscapeDataString(next.GetString()!) : null;
        }

        return (courses, texts);
    }

    private static string Address(CourseQuery query) => string.Concat(
        [
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/courses?limit={query.Limit}&q={Uri.EscapeDataString(query.Text)}"),
            .. query.Filters.SelectMany(filter => filter.Value.Select(value => $"&{JsonNamingPolicy.CamelCase.ConvertName(filter.Key.ToString())}={Uri.EscapeDataString(value)}")),
        ]);
}
