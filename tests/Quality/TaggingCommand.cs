using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Quality;

/// <summary><c>tagging FILE.jsonl</c>: compares the tagger with labelled listings. <c>--misses yes</c> lists where they differ.</summary>
internal static class TaggingCommand
{
    private static readonly JsonSerializerOptions Json = new(Wire.Json) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        var (tagger, analysis) = TaggerLoading.Load(line);
        var listings = line.Files.SelectMany(LabelledListing.Read).ToList();
        var texts = listings.ConvertAll(listing => listing.ToText());
        var pairs = listings.Zip(texts, (listing, text) => (Gold: listing, Found: tagger.Tag(text))).ToList();
        var codes = LoadedCodes(line);

        Say($"Dictionary: {analysis.Dictionary}. Tagger {tagger.Version}.");
        Say($"{"set",-10}{"n",5}{"micro-F1",10}{"P",7}{"R",7}{"macro-F1",10}{"area-F1",9}{"primary",9}{"digital?",10}{"false dig.",11}{"level",7}{"silent",8}");
        var all = TaggingFigures.Of(pairs, codes);
        Row("all", all);
        var perLanguage = pairs.GroupBy(pair => pair.Gold.Lang).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => TaggingFigures.Of([.. group], codes));
        foreach (var (language, figures) in perLanguage)
        {
            Row(language, figures);
        }

        var reliability = Reliability.Table(pairs);
        Console.WriteLine("\nconfidence   assignments   share right");
        foreach (var row in reliability)
        {
            Say($"{row.From:0.00}–{row.To:0.00}{row.Assignments,12}{row.ShareRight,14:0.00}");
        }

        if (line.Option("misses") is not null)
        {
            Misses(pairs);
        }

        var speed = Speed(tagger, texts);
        Say($"\nSpeed: {speed:0} listings in a second of one processor.");
        Console.WriteLine(JsonSerializer.Serialize(new { command = "tagging", tagger = tagger.Version, dictionary = analysis.Dictionary, all, perLanguage, reliability, listingsPerProcessorSecond = Math.Round(speed) }, Json));
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

    private static void Misses(IEnumerable<(LabelledListing Gold, Tagging Found)> pairs)
    {
        foreach (var (gold, found) in pairs.Where(pair => !pair.Found.Competences.Select(one => one.Code).Order().SequenceEqual(pair.Gold.Competences.Order())))
        {
            Say($"{gold.Id} {gold.Title}\n    gold {string.Join(' ', gold.Competences)}  found {string.Join("; ", found.Competences.Select(one => $"{one.Code} {one.Confidence:0.00} [{string.Join(", ", one.Evidence.Select(e => e.Text))}]"))}");
        }
    }

    private static void Row(string set, TaggingFigures f) => Say(
        $"{set,-10}{f.Listings,5}{f.MicroF1,10:0.000}{f.Precision,7:0.00}{f.Recall,7:0.00}{f.MacroF1,10:0.000}{f.AreaF1,9:0.000}{f.PrimaryAccuracy,9:0.000}{f.DigitalAccuracy,10:0.000}{f.FalseDigital,11:0.000}{f.LevelAccuracy,7:0.00}{f.LevelSilent,8:0.00}");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
