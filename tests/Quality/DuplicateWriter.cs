using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Quality;

/// <summary>The judged pairs of one writer, and what of them weights can be learnt from: pairs that no address, key, link or veto decides.</summary>
internal sealed class DuplicateWriter
{
    private readonly List<DuplicatePairs> sets;

    public DuplicateWriter(string folders, TextAnalysis analysis)
    {
        Name = folders;
        sets = [.. folders.Split('+').Select(DuplicatePairs.Read)];
        Examples = [.. sets.SelectMany(set => ExamplesOf(set, analysis))];
    }

    public string Name { get; }

    public IReadOnlyList<(double[] Features, bool Right)> Examples { get; }

    public DuplicateFigures Measure(EvidenceWeights weights, TextAnalysis analysis) =>
        sets.Select(set => DuplicateFigures.Of(set, DuplicateRule.Clusters(set.Courses, analysis, weights))).Aggregate((one, other) => new DuplicateFigures(
            one.Listings + other.Listings, one.Same + other.Same, one.Found + other.Found, one.Right + other.Right, [.. one.Kinds, .. other.Kinds], [.. one.Wrong, .. other.Wrong]));

    private static IEnumerable<(double[] Features, bool Right)> ExamplesOf(DuplicatePairs set, TextAnalysis analysis)
    {
        var printer = new CoursePrinter(analysis);
        var candidates = DuplicateRule.Candidates(set.Courses.Select(printer.Print)).Select(pair => (pair.One, pair.Other, Link: PairRule.Judge(pair.One, pair.Other, EvidenceWeights.None))).ToList();
        var unit = set.Courses.ToDictionary(course => course.Id, course => course.Id, StringComparer.Ordinal);
        foreach (var (one, other, _) in candidates.Where(pair => pair.Link is not null))
        {
            var (from, to) = (unit[other.Id], unit[one.Id]);
            foreach (var id in unit.Keys.Where(id => unit[id] == from))
            {
                unit[id] = to;
            }
        }

        var same = set.Pairs.Where(pair => pair.Same).SelectMany(pair => new[] { (pair.A, pair.B), (pair.B, pair.A) }).ToHashSet();
        return candidates
            .Where(pair => pair.Link is null && pair.One.Source != pair.Other.Source && unit[pair.One.Id] != unit[pair.Other.Id] && !LookAlike.Contradict(pair.One, pair.Other))
            .Select(pair => (PairEvidence.Of(pair.One, pair.Other), same.Contains((set.NameOf[pair.One.Id], set.NameOf[pair.Other.Id]))))
            .Where(example => example.Item1 is not null)
            .Select(example => (example.Item1!, example.Item2));
    }
}
