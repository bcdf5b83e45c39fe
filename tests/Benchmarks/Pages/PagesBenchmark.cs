using System.Globalization;
using System.Runtime;
using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Pages;

/// <summary>Asks a whole service in this process for its pages, one after another, and tells how long the server itself took for each kind.</summary>
internal static class PagesBenchmark
{
    private const int WarmRounds = 30;
    private const int MostWarmTurns = 30;
    private const double LittleCompiling = 0.05;

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

        Console.WriteLine($"{await WarmAsync(visitor, pages)} pages to warm up");
        using var watch = new ServerTime();
        var slow = 0;
        foreach (var (kind, all) in pages.Kinds)
        {
            var (asked, bytes) = (all.Skip(WarmRounds).ToList(), 0L);
            watch.Forget();
            var (busy, compiled, allocated) = (Environment.CpuUsage.TotalTime, JitInfo.GetCompilationTime(), GC.GetTotalAllocatedBytes());
            foreach (var page in asked)
                bytes += await visitor.AskAsync(page);

            // With what the asking itself takes; unlike the time taken it does not say how busy the machine was.
            var processor = Math.Round((Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / rounds, 2);
            var compiling = Math.Round((JitInfo.GetCompilationTime() - compiled).TotalMilliseconds / rounds, 2);
            var kilobytes = (GC.GetTotalAllocatedBytes() - allocated) / rounds / 1000;
            var took = await watch.TakenAsync(asked.Count);
            var figures = new { benchmark = "pages", kind, p50 = Figure(took, 0.5), p95 = Figure(took, 0.95), most = Figure(took, 1), processor, compiling, kilobytes, bytes = bytes / asked.Count };
            Console.WriteLine(JsonSerializer.Serialize(figures));
            slow += figures.p95 > 30 ? 1 : 0;
        }

        Console.WriteLine(slow == 0 ? "p95 is below 30 ms for every kind." : $"p95 is above 30 ms for {slow} kinds.");
        return slow == 0 ? 0 : 1;
    }

    // All kinds in turn until the compiler has little left to do: what runs often is compiled again, and a service that has run for an hour has that behind it.
    private static async Task<int> WarmAsync(PageVisitor visitor, PageKinds pages)
    {
        for (var (turn, quiet) = (1, 0); ; turn++)
        {
            var (busy, compiled) = (Environment.CpuUsage.TotalTime, JitInfo.GetCompilationTime());
            foreach (var (_, asked) in pages.Kinds)
            {
                foreach (var page in asked.Take(WarmRounds))
                    await visitor.AskAsync(page);
            }

            quiet = JitInfo.GetCompilationTime() - compiled < LittleCompiling * (Environment.CpuUsage.TotalTime - busy) ? quiet + 1 : 0;
            if (quiet == 2 || turn == MostWarmTurns)
                return turn * WarmRounds * pages.Kinds.Count;
        }
    }

    private static double Figure(IReadOnlyList<double> sorted, double share) => Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * share) - 1)], 2);
}
