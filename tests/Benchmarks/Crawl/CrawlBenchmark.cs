using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>Harvests an invented site on loopback with this crawler and with Scrapy, each in a process of its own, in turns, and sets their figures side by side. The best round of each counts, because other work on the machine only slows.</summary>
internal static class CrawlBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[^1], CultureInfo.InvariantCulture));
        var (pages, atOnce, rounds) = (options.GetValueOrDefault("--pages", 5_000), options.GetValueOrDefault("--at-once", 16), options.GetValueOrDefault("--rounds", 3));
        var folder = Directory.CreateTempSubdirectory("dccourseindex-crawl-").FullName;
        using var site = Begin(Environment.ProcessPath!, "crawl-site", Text(pages));
        try
        {
            var root = await site.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The invented site did not start.");
            Console.WriteLine($"{pages} invented pages at {root}, {atOnce} requests at once, best of {rounds} rounds");
            await MeasureAsync(root, folder, pages, atOnce, rounds);
            return 0;
        }
        finally
        {
            site.StandardInput.Close();
            await site.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string root, string folder, int pages, int atOnce, int rounds)
    {
        var (ours, tagged, scrapy) = (new List<CrawlFigures>(), new List<CrawlFigures>(), new List<CrawlFigures>());
        var (own, other) = (Path.Combine(folder, "ours.ndjson"), Path.Combine(folder, "scrapy.jsonl"));
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Show(await FiguresAsync(Environment.ProcessPath!, "crawl-ours", root, own, Text(atOnce), "plain")));
            if (await ScrapyCrawl.RunAsync(root, other, atOnce) is { } figures) scrapy.Add(Show(figures));
            tagged.Add(Show(await FiguresAsync(Environment.ProcessPath!, "crawl-ours", root, Path.Combine(folder, "tagged.ndjson"), Text(atOnce), "tagged")));
        }

        var same = scrapy.Count == 0 ? (int?)null : Comparison.Equal(own, other);
        if (same is { } equal) Console.WriteLine($"{equal} of {pages} courses have the same title, provider, language, price, workload and start in both");
        var (best, bestTagged, bestScrapy) = (Best(ours)!, Best(tagged)!, Best(scrapy));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "crawl",
            pages,
            atOnce,
            rounds,
            pagesPerSecond = Math.Round(best.PagesPerSecond),
            taggedPagesPerSecond = Math.Round(bestTagged.PagesPerSecond),
            scrapyPagesPerSecond = bestScrapy is null ? (double?)null : Math.Round(bestScrapy.PagesPerSecond),
            ratio = bestScrapy is null ? (double?)null : Math.Round(best.PagesPerSecond / bestScrapy.PagesPerSecond, 2),
            taggedRatio = bestScrapy is null ? (double?)null : Math.Round(bestTagged.PagesPerSecond / bestScrapy.PagesPerSecond, 2),
            peakBytes = ours.Max(one => one.PeakBytes),
            taggedPeakBytes = tagged.Max(one => one.PeakBytes),
            scrapyPeakBytes = scrapy.Count == 0 ? (long?)null : scrapy.Max(one => one.PeakBytes),
            sameCourses = same,
        }));
    }

    /// <summary>Runs a crawler to its end; its last line holds the figures.</summary>
    public static async Task<CrawlFigures> FiguresAsync(string program, params string[] args)
    {
        using var process = Begin(program, args);
        process.StandardInput.Close();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && lines.Length > 0
            ? CrawlFigures.Read(lines[^1])
            : throw new InvalidOperationException($"{program} {string.Join(' ', args)} ended with {process.ExitCode}.");
    }

    private static Process Begin(string program, params string[] args) => Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardInput = true })!;

    private static CrawlFigures Show(CrawlFigures figures)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.What,-8} {figures.Pages} pages in {figures.Seconds:0.0} s, {figures.PagesPerSecond:0} pages/s, processor {figures.ProcessorSeconds:0.0} s, peak {figures.PeakBytes / 1e6:0} MB"));
        return figures;
    }

    private static CrawlFigures? Best(List<CrawlFigures> rounds) => rounds.MaxBy(one => one.PagesPerSecond);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
