using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Benchmarks;

/// <summary>How many listings are tagged in a second on all processors, and how much memory that takes. The listings are those of a labelled set, so the texts are as long as real ones.</summary>
internal static class TaggingBenchmark
{
    public static int Run(string[] args)
    {
        var seconds = Array.IndexOf(args, "--seconds") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 10;
        var root = Root();
        var file = args is [var given, ..] && !given.StartsWith("--", StringComparison.Ordinal) ? given : Path.Combine(root, "tests", "Quality", "data", "labelled-courses-dev.jsonl");
        var texts = File.ReadLines(file).Where(line => line.Length > 0).Select(Text).ToList();
        var loading = Stopwatch.StartNew();
        var frameworks = FrameworkFiles.Load(Path.Combine(root, "config", "frameworks")).Value!;
        var model = ModelFile.Load(Path.Combine(root, "config", "models"), frameworks).Value;
        var modelLoaded = loading.Elapsed;
        var tagger = new CompetenceTagger(TextAnalysis.Load("auto"), VocabularyFiles.Load(Path.Combine(root, "config", "vocabulary"), frameworks).Value!, frameworks, model);
        loading.Stop();

        Round(tagger, texts, 3);
        var (tagged, cpu) = Round(tagger, texts, seconds);
        var memory = Process.GetCurrentProcess().WorkingSet64 / (1024 * 1024);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tagger.Model?.Description ?? "by words alone"}; model read in {modelLoaded.TotalMilliseconds:0} ms, tagger ready in {loading.Elapsed.TotalMilliseconds:0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tagged / (double)seconds:0} listings in a second on {Environment.ProcessorCount} processors; {tagged / cpu.TotalSeconds:0} in a second of one processor; {memory} MB"));
        return 0;
    }

    private static (long Tagged, TimeSpan Cpu) Round(CompetenceTagger tagger, List<TaggedText> texts, int seconds)
    {
        var tagged = 0L;
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (watch.Elapsed < TimeSpan.FromSeconds(seconds))
            {
                texts.ForEach(text => tagger.Tag(text));
                Interlocked.Add(ref tagged, texts.Count);
            }
        });
        return (tagged, Environment.CpuUsage.TotalTime - before);
    }

    private static TaggedText Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Of(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return new(HtmlText.OneLine(Of("title")), HtmlText.ToText(Of("summary")), HtmlText.ToText(Of("description")));
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
