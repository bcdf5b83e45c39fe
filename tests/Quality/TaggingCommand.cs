using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Quality;

/// <summary><c>tagging FILE.jsonl</c>: compares the tagger with labelled listings. <c>--misses yes</c> lists where they differ.</summary>
internal static class TaggingCommand
{
    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        var (tagger, analysis) = TaggerLoading.Load(line);
        var listings = line.Files.SelectMany(LabelledListing.Read).ToList();
        var texts = listings.ConvertAll(listing => listing.ToText());
        var pairs = listings.Zip(texts, (listing, text) => (Gold: listing, Found: tagger.Tag(text))).ToList();
        var codes = LoadedCodes(line);

        Say($"Dictionary: {analysis.Dictionary}. Tagger {tagger.Version}, {tagger.Model?.Description ?? "by words alone"}.");
        Say($"{TaggingReport.Heading}");
        var all = TaggingFigures.Of(pairs, codes);
        TaggingReport.Row("all", all);
        var perLanguage = pairs.GroupBy(pair => pair.Gold.Lang).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => TaggingFigures.Of([.. group], codes));
        foreach (var (language, figures) in perLanguage)
        {
            TaggingReport.Row(language, figures);
        }

        var (reliability, intervals) = TaggingReport.Print(pairs, codes);
        if (line.Option("misses") is not null)
        {
            TaggingReport.Misses(pairs);
        }

        var speed = Speed(tagger, texts);
        Say($"\nSpeed: {speed:0} listings in a second of one processor.");
        Console.WriteLine(JsonSerializer.Serialize(new { command = "tagging", tagger = tagger.Version, dictionary = analysis.Dictionary, model = tagger.Model?.Digest, all, perLanguage, intervals, reliability, listingsPerProcessorSecond = Math.Round(speed) }, TaggingReport.Json));
        return 0;
    }

    private static IReadOnlyList<string> LoadedCodes(CommandLine line) =>
        [.. FrameworkFiles.Load(Path.Combine(line.Config, "frameworks")).Value!.DigComp22.Competences.Select(competence => competence.Code)];

    // Processor time, so that neighbours on the machine do not matter. The set is small, so it is read again and again;
    // the first round is for the compiler and the caches, as in a service that has run for a while.
    private static double Speed(CompetenceTagger tagger, List<TaggedText> texts)
    {
        Round();
        return Round();

        double Round()
        {
            var done = 0;
            var watch = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            while (watch.Elapsed < TimeSpan.FromSeconds(2))
            {
                texts.ForEach(text => tagger.Tag(text));
                done += texts.Count;
            }

            return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
