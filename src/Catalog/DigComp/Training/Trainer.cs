using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.DigComp.Scoring;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>
/// Trains the tagger. The linear model learns from labelled listings and from the written knowledge; the curves then learn how far to
/// trust it beside lexicon and cues, from scores that it gave to authors whom it had not read. The same input gives the same bytes.
/// </summary>
public sealed class Trainer
{
    private readonly List<string> _codes;
    private readonly ListingReader _reader;
    private readonly Measuring _measuring;
    private readonly CueReading _cues;
    private readonly List<Example> _written;

    // Who judges by authors left out asks for the same ones again: without the first and the second is without the second and the first.
    private readonly Dictionary<TrainingListing, ListingExample> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, LinearModel> _fitted = new(StringComparer.Ordinal);

    public Trainer(TextAnalysis analysis, Lexicon lexicon, Frameworks frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        _codes = [.. frameworks.DigComp22.Competences.Select(competence => competence.Code)];
        var numbers = new TermNumbers();
        _reader = new ListingReader(analysis, lexicon, numbers);
        _cues = new CueReading(lexicon, analysis, numbers);
        _measuring = new Measuring(lexicon, _codes, new Prototypes(lexicon, frameworks, _codes, analysis, numbers));
        _written = [.. WrittenKnowledge.Of(lexicon, frameworks, _codes, _reader)];
    }

    /// <summary>
    /// The model for these listings. <paramref name="without"/>: measured numbers with this in their names are left out, to see what they
    /// are worth (<c>likeness</c>: the prototypes; <c>passages</c>).
    /// </summary>
    public TrainedModel Train(IReadOnlyList<TrainingListing> listings, string without = "")
    {
        ArgumentNullException.ThrowIfNull(listings);
        var examples = listings.Select(Prepare).ToList();
        var scores = CrossFit(examples);
        var numbers = Numbers(examples, scores, without);
        return ModelFile.Rounded(Fitted(examples), numbers);
    }

    /// <summary>What the model of questions learns from: the questions, and of listings the titles, which name a subject in as few words.</summary>
    public static IReadOnlyList<TrainingListing> InFewWords(IReadOnlyList<TrainingListing> listings, IReadOnlyList<TrainingListing> questions) =>
        [.. listings.Select(listing => listing with { Summary = null, Description = null }), .. questions];

    private LinearModel Fitted(IReadOnlyList<ListingExample> examples)
    {
        var key = string.Join('\n', examples.Select(example => $"{example.Listing.Author}\t{example.Listing.Id}\t{example.Listing.Title}"));
        return _fitted.TryGetValue(key, out var known) ? known : _fitted[key] = LinearFit.Of([.. examples, .. _written]);
    }

    private ListingExample Prepare(TrainingListing listing)
    {
        if (_prepared.TryGetValue(listing, out var known))
        {
            return known;
        }

        var words = _reader.Read(listing.ToText());
        var cues = _cues.Read(words);
        return _prepared[listing] = new(ListingBag.Of(words), Passages.Of(words), ListingExample.Answers(listing, _codes), listing, _measuring.Measure(words), cues.Levels, cues.HasPurpose);
    }

    // Scores of a model that has not read the author; with few authors, that has not read the listing.
    private (double[] Whole, PassageScores Passages)[] CrossFit(List<ListingExample> examples)
    {
        var folds = AuthorFolds.Of([.. examples.Select(example => example.Listing)]);
        var scores = new (double[] Whole, PassageScores Passages)[examples.Count];
        foreach (var fold in folds.Distinct().Order())
        {
            var model = Fitted([.. examples.Where((_, i) => folds[i] != fold)]);
            for (var i = 0; i < examples.Count; i++)
            {
                scores[i] = folds[i] == fold ? (model.Score(examples[i].Bag), PassageScores.Of(model, examples[i].Passages)) : scores[i];
            }
        }

        return scores;
    }

    private TrainedNumbers Numbers(List<ListingExample> examples, (double[] Whole, PassageScores Passages)[] scores, string without)
    {
        var competences = examples.Select((example, i) => Measured.Competences(scores[i].Whole, scores[i].Passages, example.Features)).ToList();
        int[] left = without.Length == 0 ? [] : [.. Measured.CompetenceNumbers.Index().Where(one => one.Item.Contains(without, StringComparison.Ordinal)).Select(one => one.Index)];
        var curve = CurveFit.OfPairs([.. examples.SelectMany((example, i) => competences[i].Select((numbers, c) => (numbers, example.Right[c] == true)))], left);
        var (gate, beside) = Thresholds.Of(examples, [.. competences.Select(numbers => numbers.Select(one => curve.Probability(one)).ToArray())]);
        var levels = CurveFit.Of([.. examples.SelectMany((example, i) => Known(example, Outputs.FirstLevel, Measured.Levels(scores[i].Whole, example.LevelCues)))]);
        var contexts = CurveFit.Of([.. examples.SelectMany((example, i) => Known(example, Outputs.FirstContext, Measured.Contexts(scores[i].Whole, example.ContextCues)))]);
        var authors = examples.Select(example => example.Listing.Author ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        return new(_codes, examples.Count, authors, curve, levels, contexts, gate, beside, Thresholds.Level, Thresholds.Context);
    }

    private static IEnumerable<(double[] Numbers, bool Right)> Known(ListingExample example, int first, double[][] numbers) =>
        numbers.Select((one, i) => (one, Right: example.Right[first + i])).Where(one => one.Right is not null).Select(one => (one.one, one.Right == true));
}
