using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.DigComp.Scoring;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>Finds the DigComp competences that a listing develops, with confidence and evidence. Pure; safe for many threads; expensive to build.</summary>
public sealed class CompetenceTagger
{
    private const int MostCompetences = 4;

    private readonly Lexicon _lexicon;
    private readonly Frameworks _frameworks;
    private readonly List<string> _codes;
    private readonly ListingReader _reader;
    private readonly Measuring _measuring;
    private readonly CueReading _cues;

    public CompetenceTagger(TextAnalysis analysis, Lexicon lexicon, Frameworks frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        (_lexicon, _frameworks) = (lexicon, frameworks);
        _codes = [.. frameworks.DigComp22.Competences.Select(competence => competence.Code)];
        var numbers = new TermNumbers();
        _reader = new ListingReader(analysis, lexicon, numbers);
        _cues = new CueReading(lexicon, analysis, numbers);
        _measuring = new Measuring(lexicon, _codes, new Prototypes(lexicon, frameworks, _codes, analysis, numbers));
        Version = TaggerVersion.Of(analysis, lexicon, frameworks);
    }

    /// <summary>Changes with the rules, the word files, the frameworks and the text analysis.</summary>
    public string Version { get; }

    /// <summary>Tags one listing; no competence is a normal answer. Of each text the first 20,000 UTF-16 units are looked at.</summary>
    public Tagging Tag(TaggedText listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var words = _reader.Read(listing);
        var stated = Statements.Read(listing.Statements, _frameworks);
        var judged = Judged(words);
        var least = judged.Exists(one => one.Probability >= Judge.Gate && one.IsPlain) ? Judge.Beside : double.PositiveInfinity;
        var assignments = judged
            .Where(one => one.Probability >= least || stated.ContainsKey(one.Code))
            .Select(one => Assign(one.Code, Judge.Confidence(one.Probability), words, stated))
            .OrderByDescending(one => one.Confidence)
            .ThenBy(one => one.Code, StringComparer.Ordinal)
            .Take(MostCompetences)
            .ToList();
        if (assignments.Count == 0)
        {
            return new() { TaggerVersion = Version };
        }

        var (level, contexts) = _cues.Read(words);
        return new()
        {
            TaggerVersion = Version,
            Primary = assignments[0].Code,
            Competences = assignments,
            Level = Statements.LevelOf(listing.Statements) ?? level,
            Contexts = contexts,
        };
    }

    /// <summary>What the judge sees of a listing, for fitting it.</summary>
    internal IReadOnlyList<(string Code, Features Features)> Measure(TaggedText listing) =>
        [.. _codes.Zip(_measuring.Measure(_reader.Read(listing)))];

    private List<(string Code, double Probability, bool IsPlain)> Judged(ListingWords words) =>
        [.. _codes.Zip(_measuring.Measure(words), (code, features) => (code, features.HasWords ? Judge.Probability(features) : 0, features.HasPlainWords))];

    private Assignment Assign(string code, double confidence, ListingWords words, Dictionary<string, (double Confidence, Evidence Evidence)> stated)
    {
        var evidence = EvidenceChoice.For(code, words, _lexicon);
        return stated.TryGetValue(code, out var statement)
            ? new(code, Rounded(Math.Max(confidence, statement.Confidence)), [statement.Evidence, .. evidence])
            : new(code, Rounded(confidence), evidence);
    }

    private static double Rounded(double confidence) => Math.Round(Math.Min(confidence, 0.99), 3);
}
