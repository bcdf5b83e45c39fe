using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Training;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Quality;

/// <summary>
/// <c>crossvalidate FOLDER</c>: trains without one author after the other and judges by the author left out. <c>--ablation yes</c> takes
/// parts away, <c>--curve yes</c> learns from fewer listings.
/// </summary>
internal static class CrossValidateCommand
{
    private sealed record Run(string Name, TaggingFigures Figures, IReadOnlyDictionary<string, double> PerAuthor);

    public static int Start(string[] args)
    {
        var line = new CommandLine(args);
        var (analysis, frameworks, lexicon) = TaggerLoading.LoadParts(line);
        var listings = TaggerLoading.Demand(TrainingFiles.Load(line.Files[0], frameworks)).ToList();
        var codes = frameworks.DigComp22.Competences.Select(competence => competence.Code).ToList();
        Say($"Dictionary: {analysis.Dictionary}. {listings.Count} listings of {listings.Select(listing => listing.Author).Distinct().Count()} authors; every figure is of authors left out.");
        Say($"{TaggingReport.Heading}");
        var whole = new Trainer(analysis, lexicon, frameworks);
        var pairs = Pairs(whole, analysis, frameworks, lexicon, listings);
        List<Run> runs = [Judge("all parts", pairs, codes)];
        foreach (var author in pairs.GroupBy(pair => pair.Gold.Author).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            TaggingReport.Row($"  {author.Key}", TaggingFigures.Of([.. author], codes));
        }

        foreach (var language in pairs.GroupBy(pair => pair.Gold.Lang).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            TaggingReport.Row($"  {language.Key}", TaggingFigures.Of([.. language], codes));
        }

        TaggingReport.Print(pairs, codes);
        if (line.Option("misses") is not null)
        {
            TaggingReport.Misses(pairs);
        }

        if (line.Option("ablation") is not null)
        {
            Say($"\nwithout");
            runs.Add(Judge("lexicon", Without(lexicon with { Terms = [] }), codes));
            runs.Add(Judge("sentences", Without(lexicon with { Sentences = [] }), codes));
            runs.Add(Judge("passages", Pairs(whole, analysis, frameworks, lexicon, listings, without: "passages"), codes));
            runs.Add(Judge("prototypes", Pairs(whole, analysis, frameworks, lexicon, listings, without: "likeness"), codes));
            runs.Add(Judge("boilerplate", Without(lexicon with { Boilerplate = [] }), codes));
            runs.Add(Judge("subjects", Without(lexicon with { Subjects = [], OtherSubjects = [] }), codes));
            var byWords = new CompetenceTagger(analysis, lexicon, frameworks);
            runs.Add(Judge("model", [.. listings.Select(listing => Pair(byWords, listing))], codes));
        }

        if (line.Option("curve") is not null)
        {
            Say($"\nlearnt from");
            foreach (var share in new[] { 0.25, 0.5, 0.75 })
            {
                runs.Add(Judge(string.Create(CultureInfo.InvariantCulture, $"{share:0.0%}"), Pairs(whole, analysis, frameworks, lexicon, listings, share), codes));
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new { command = "crossvalidate", listings = listings.Count, runs }, TaggingReport.Json));
        return 0;

        List<(LabelledListing Gold, Tagging Found)> Without(Lexicon rest) => Pairs(new Trainer(analysis, rest, frameworks), analysis, frameworks, rest, listings);
    }

    private static Run Judge(string name, List<(LabelledListing Gold, Tagging Found)> pairs, IReadOnlyList<string> codes)
    {
        var figures = TaggingFigures.Of(pairs, codes);
        TaggingReport.Row(name, figures);
        return new(name, figures, pairs.GroupBy(pair => pair.Gold.Author ?? "").ToDictionary(group => group.Key, group => TaggingFigures.Of([.. group], codes).MicroF1));
    }

    private static List<(LabelledListing Gold, Tagging Found)> Pairs(
        Trainer trainer, TextAnalysis analysis, Frameworks frameworks, Lexicon lexicon, List<TrainingListing> listings, double share = 1, string without = "")
    {
        // Every so many of them, so that each part has all authors and kinds.
        var learnt = listings.Where((_, i) => (int)((i + 1) * share) > (int)(i * share)).ToList();
        return [.. listings.GroupBy(listing => listing.Author).SelectMany(author =>
        {
            var others = learnt.Where(listing => listing.Author != author.Key).ToList();
            var tagger = new CompetenceTagger(analysis, lexicon, frameworks, trainer.Train(others, without));
            return author.Select(listing => Pair(tagger, listing)).ToList();
        })];
    }

    private static (LabelledListing, Tagging) Pair(CompetenceTagger tagger, TrainingListing listing) => (LabelledListing.Of(listing), tagger.Tag(listing.ToText()));

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
