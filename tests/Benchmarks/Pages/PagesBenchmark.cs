using System.Globalization;
using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Pages;

/// <summary>Asks a whole service in this process for its pages, one after another, and tells how long the server itself took for each kind.</summary>
internal static class PagesBenchmark
{
    private const int WarmRounds = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
        if (!options.TryGetValue("--data", out var data) || !options.TryGetValue("--config", out var config))
        {
            Console.Error.WriteLine("pages --data FOLDER --config FOLDER [--rounds 200]: tests/load/run.sh prepare makes both.");
            return 2;
        }

        var rounds = int.Parse(options.GetValueOrDefault("--rounds", "200"), CultureInfo.InvariantCulture);
        var site = OwnService.FreeAddress();
        var service = OwnService.Begin("run", "--roles", "index,search", "--data", data, "--config", config, "--urls", site.OriginalString);
        using var visitor = new PageVisitor(site);
        await visitor.ReadyAsync(service);
        var pages = await PageKinds.OfAsync(visitor, rounds + WarmRounds);
        Console.WriteLine($"{pages.Courses} courses, {rounds} pages of each kind, load average {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}");

        using var watch = new ServerTime();
        var slow = 0;
        foreach (var (kind, asked) in pages.Kinds)
        {
            var bytes = 0L;
            foreach (var (page, round) in asked.Select((page, round) => (page, round)))
            {
                if (round == WarmRounds)
                    watch.Forget();
                bytes += await visitor.AskAsync(page);
            }

            var took = await watch.TakenAsync(asked.Count - WarmRounds);
            var figures = new { benchmark = "pages", kind, p50 = Figure(took, 0.5), p95 = Figure(took, 0.95), most = Figure(took, 1), bytes = bytes / asked.Count };
            Console.WriteLine(JsonSerializer.Serialize(figures));
            slow += figures.p95 > 30 ? 1 : 0;
        }

        Console.WriteLine(slow == 0 ? "p95 is below 30 ms for every kind." : $"p95 is above 30 ms for {slow} kinds.");
        return slow == 0 ? 0 : 1;
    }

    private static double Figure(IReadOnlyList<double> sorted, double share) => Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)], 2);
}
