using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.DigComp.Scoring;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>
/// Finds the DigComp competences that a listing develops, with confidence and evidence: by a trained model beside the words of the
/// lexicon or, where there is none, by the words alone. Pure; safe for many threads; expensive to build.
/// </summary>
public sealed class CompetenceTagger
{
    private const int MostCompetences = 4;

    // Of a listing without competences it is worth saying what came so near.
    private const double Near = 0.2;
    private const int MostNear = 2;

    // So much surer must be what the portal's own subject speaks against.
    private const double AgainstSubject = 0.15;

    // By sets of judged queries: a course of the second competence is better than none.
    private const double LeastOfQuestion = 0.05;

    // By four sets of judged queries; with 0.2 it named topics for queries that have none.
    private const double FewWords = 0.3;
    private const double LeastOfFewWords = 0.2;

    // So many of the purposes that a cue speaks for are right, by the labelled listings.
    private static readonly double? ByCue = 0.74;

    private readonly Lexicon _lexicon;
    private readonly Frameworks _frameworks;
    private readonly List<string> _codes;
    private readonly ListingReader _reader;
    private readonly Measuring _measuring;
    private readonly CueReading _cues;
    private readonly PortalSubjects _subjects;
    private readonly TrainedModel? _questions;

    /// <param name="model">Null: by words alone, less well.</param>
    /// <param name="questions">What was learnt of what people type; null: <paramref name="model"/> serves for that too, less well.</param>
    public CompetenceTagger(TextAnalysis analysis, Lexicon lexicon, Frameworks frameworks, TrainedModel? model = null, TrainedModel? questions = null)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        (_lexicon, _frameworks, Model, _questions) = (lexicon, frameworks, model, questions);
        _codes = [.. frameworks.DigComp22.Competences.Select(competence => competence.Code)];
        var numbers = new TermNumbers();
        _reader = new ListingReader(analysis, lexicon, numbers);
        _cues = new CueReading(lexicon, analysis, numbers);
        _subjects = new PortalSubjects(lexicon);
        _measuring = new Measuring(lexicon, _codes, new Prototypes(lexicon, frameworks, _codes, analysis, numbers));
        Version = TaggerVersion.Of(analysis, lexicon, frameworks, model);
    }

    /// <summary>Changes with the rules, the word files, the frameworks, the trained model and the text analysis.</summary>
    public string Version { get; }

    /// <summary>Null where the tagger goes by words alone.</summary>
    public TrainedModel? Model { get; }

    /// <summary>Tags one listing; no competence is a normal answer. Of each text the first 20,000 UTF-16 units are looked at.</summary>
    public Tagging Tag(TaggedText listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var words = _reader.Read(listing);
        var features = _measuring.Measure(words);
        var learned = Model is null ? null : new LearnedScores(Model, words);
        var stated = Statements.Read(listing.Statements, _frameworks);
        _subjects.AddTo(stated, listing.Subjects);
        var judged = Judged(features, learned, _subjects.SpeakAgainst(listing.Subjects) ? AgainstSubject : 0);
        var assignments = judged
            .Where(one => one.IsAssigned || stated.ContainsKey(one.Code))
            .Select(one => Assign(one, words, learned, stated))
            .OrderByDescending(one => one.Confidence)
            .ThenBy(one => one.Code, StringComparer.Ordinal)
            .Take(MostCompetences)
            .ToList();
        if (assignments.Count == 0)
        {
            return new() { TaggerVersion = Version, Nearly = Nearest(judged) };
        }

        var cues = _cues.Read(words);
        var purposes = Purposes(words, cues, learned);
        return new()
        {
            TaggerVersion = Version,
            Primary = assignments[0].Code,
            Competences = assignments,
            Level = Statements.LevelOf(listing.Statements) ?? (learned is null ? CueReading.LevelOf(cues) : learned.Level(cues.Levels)),
            Contexts = [.. purposes.Select(purpose => purpose.Context)],
            Purposes = purposes,
        };
    }

    /// <summary>
    /// The competences of which a few typed words speak, with confidence 0 to 1, as it was learnt of what people type. Where nothing was learnt: by the lexicon,
    /// or by the model of listings where that is surer; it is never sure of a few words, and still mostly right about which competence comes first.
    /// </summary>
    public Dictionary<string, double> Topics(string typed)
    {
        var words = _reader.Read(new(typed, ""));
        var features = _measuring.Measure(words);
        var learned = (_questions ?? Model) is { } model ? new LearnedScores(model, words).Competences(features) : null;
        var confidences = _questions is not null
            ? learned!.Select(probability => probability >= LeastOfQuestion ? Math.Sqrt(probability) : 0)
            : Judged(features, learned: null).Select(one => Math.Max(one.IsAssigned ? one.Confidence : 0, learned is null ? 0 : OfFewWords(learned[one.Competence])));
        return _codes.Zip(confidences, (code, confidence) => (Code: code, Confidence: confidence))
            .Where(one => one.Confidence > 0)
            .OrderByDescending(one => one.Confidence)
            .ThenBy(one => one.Code, StringComparer.Ordinal)
            .Take(MostCompetences)
            .ToDictionary(one => one.Code, one => Rounded(one.Confidence), StringComparer.Ordinal);
    }

    private static double OfFewWords(double probability) => Math.Pow(probability, FewWords) is var told && told >= LeastOfFewWords ? told : 0;

    /// <summary>What the judge sees of a listing, for fitting it.</summary>
    internal IReadOnlyList<(string Code, Features Features)> Measure(TaggedText listing) =>
        [.. _codes.Zip(_measuring.Measure(_reader.Read(listing)))];

    private List<Judgement> Judged(Features[] features, LearnedScores? learned, double higher = 0)
    {
        if (learned is not null)
        {
            var probabilities = learned.Competences(features);
            var from = probabilities.Max() >= Model!.Numbers.Gate + higher ? Model.Numbers.Beside : double.PositiveInfinity;
            return [.. _codes.Select((code, c) => new Judgement(c, code, Curve.Told(probabilities[c]), probabilities[c] >= from))];
        }

        var byWords = features.Select(one => one.HasWords ? Judge.Probability(one) : 0).ToArray();
        var least = byWords.Where((one, c) => one >= Judge.Gate + higher && features[c].HasPlainWords).Any() ? Judge.Beside : double.PositiveInfinity;
        return [.. _codes.Select((code, c) => new Judgement(c, code, Judge.Confidence(byWords[c]), byWords[c] >= least))];
    }

    // A purpose for which no word speaks is not told, however usual it is.
    private static List<Purpose> Purposes(ListingWords words, CuesRead cues, LearnedScores? learned)
    {
        var probable = learned?.Contexts(cues.HasPurpose);
        return [.. Enum.GetValues<Context>()
            .Select(context => (Context: context, Confidence: probable is null ? (cues.Purposes[(int)context].Count > 0 ? ByCue : null) : probable[(int)context]))
            .Where(one => one.Confidence is not null)
            .Select(one => new Purpose(one.Context, Rounded(one.Confidence!.Value), EvidenceChoice.ForPurpose(cues.Purposes[(int)one.Context], words, learned?.WordsFor(one.Context) ?? [])))
            .Where(purpose => purpose.Evidence.Count > 0)];
    }

    private Assignment Assign(Judgement judged, ListingWords words, LearnedScores? learned, Dictionary<string, (double Confidence, Evidence Evidence)> stated)
    {
        var evidence = EvidenceChoice.For(judged.Code, words, _lexicon, learned?.WordsFor(judged.Competence) ?? []);
        return stated.TryGetValue(judged.Code, out var statement)
            ? new(judged.Code, Rounded(Math.Max(judged.Confidence, statement.Confidence)), [statement.Evidence, .. evidence])
            : new(judged.Code, Rounded(judged.Confidence), evidence);
    }

    private static List<NearMiss>? Nearest(List<Judgement> judged)
    {
        List<NearMiss> nearest = [.. judged.Where(one => one.Confidence >= Near).OrderByDescending(one => one.Confidence).ThenBy(one => one.Code, StringComparer.Ordinal).Take(MostNear).Select(one => new NearMiss(one.Code, Rounded(one.Confidence)))];
        return nearest.Count == 0 ? null : nearest;
    }

    private static double Rounded(double confidence) => Math.Round(Math.Min(confidence, 0.99), 4);

    private readonly record struct Judgement(int Competence, string Code, double Confidence, bool IsAssigned);
}
