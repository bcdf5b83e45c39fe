using System.Globalization;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Quality;

/// <summary>The judged pairs of one writer, and what of them weights can be learnt from: pairs that no address, key, link or veto decides.</summary>
internal sealed class DuplicateWriter
{
    private readonly List<ReadPairs> sets;

    public DuplicateWriter(string folders, TextAnalysis analysis)
    {
        Name = folders;
        sets = [.. folders.Split('+').Select(folder => ReadPairs.Of(DuplicatePairs.Read(folder), analysis))];
        Examples = [.. sets.SelectMany(ExamplesOf)];
    }

    public string Name { get; }

    public IReadOnlyList<(double[] Features, bool Right)> Examples { get; }

    public DuplicateFigures Measure(EvidenceWeights weights) =>
        sets.Select(set => DuplicateFigures.Of(set.Judged, set.Clusters(weights))).Aggregate((one, other) => new DuplicateFigures(
            one.Listings + other.Listings, one.Same + other.Same, one.Found + other.Found, one.Right + other.Right, [.. one.Kinds, .. other.Kinds], [.. one.Wrong, .. other.Wrong]));

    /// <summary>What speaks of each pair that is one course and was not found: not compared, refused, or how much is known of it.</summary>
    public IEnumerable<string> Explain(EvidenceWeights weights)
    {
        foreach (var (set, known, pairs) in sets.Select(read => (read.Judged, read.Prints, read)))
        {
            var prints = known.Values.ToDictionary(print => set.NameOf[print.Id], StringComparer.Ordinal);
            var candidates = pairs.Candidates.SelectMany(pair => new[] { (pair.One.Id, pair.Other.Id), (pair.Other.Id, pair.One.Id) }).ToHashSet();
            var clusterOf = pairs.Clusters(weights).Index().SelectMany(cluster => cluster.Item.Select(id => (id, cluster.Index))).ToDictionary(pair => pair.id, pair => pair.Index, StringComparer.Ordinal);
            var same = set.Pairs.Where(pair => pair.Same).SelectMany(pair => new[] { (pair.A, pair.B), (pair.B, pair.A) }).ToHashSet();
            foreach (var (a, one) in prints)
            {
                foreach (var (b, other) in prints.Where(pair => string.CompareOrdinal(a, pair.Key) < 0))
                {
                    var found = clusterOf.TryGetValue(one.Id, out var mine) && clusterOf.TryGetValue(other.Id, out var theirs) && mine == theirs;
                    if (found != same.Contains((a, b)) && !set.Unsure.Contains((a, b)))
                    {
                        var values = PairEvidence.Of(one, other);
                        var kind = set.Pairs.FirstOrDefault(pair => (pair.A, pair.B) == (a, b) || (pair.A, pair.B) == (b, a))?.Kind ?? "unlisted";
                        var why = string.Join(' ', new[] { candidates.Contains((one.Id, other.Id)) ? "" : "NOT-COMPARED", LookAlike.OfAnotherPart(one, other) ? "PART" : "", LookAlike.Contradict(one, other) ? "CONTRADICT" : "", LookAlike.Clash(one, other) ? "CLASH" : "", values is null ? "FAR" : "", PairRule.Judge(one, other, weights) is { } link ? $"LINK({link.Kind} {link.Detail})" : "" }.Where(word => word.Length > 0));
                        var sum = values is null ? double.NaN : weights.Sum(values) - weights.Limit;
                        yield return string.Create(CultureInfo.InvariantCulture, $"{(found ? "WRONG " : "missed")} {kind}: {a} «{Title(set, a)}» | {b} «{Title(set, b)}» {why} {sum:0.00} {(values is null ? "" : string.Join(' ', Enum.GetValues<Clue>().Where(clue => values[(int)clue] != 0).Select(clue => $"{clue}={values[(int)clue]:0.##}")))}");
                    }
                }
            }
        }
    }

    private static string Title(DuplicatePairs set, string name) => set.Courses.First(course => set.NameOf[course.Id] == name).Title;

    private static IEnumerable<(double[] Features, bool Right)> ExamplesOf(ReadPairs read)
    {
        var set = read.Judged;
        var candidates = read.Candidates.Select(pair => (pair.One, pair.Other, Link: PairRule.Judge(pair.One, pair.Other, EvidenceWeights.None))).ToList();
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
        var sources = set.Courses.ToDictionary(course => set.NameOf[course.Id], course => course.Source, StringComparer.Ordinal);
        var partners = same.Select(pair => (pair.Item1, sources[pair.Item2])).ToHashSet();

        // Which of a portal's courses a post is on, the best of them decides and not a limit.
        bool IsRival(CoursePrint one, CoursePrint other) => !same.Contains((set.NameOf[one.Id], set.NameOf[other.Id]))
            && (partners.Contains((set.NameOf[one.Id], other.Source)) || partners.Contains((set.NameOf[other.Id], one.Source)));

        return candidates
            .Where(pair => !IsRival(pair.One, pair.Other) && !set.Unsure.Contains((set.NameOf[pair.One.Id], set.NameOf[pair.Other.Id])))
            .Where(pair => pair.Link is null && WeighedEvidence.MayBeOne(pair.One, pair.Other) && unit[pair.One.Id] != unit[pair.Other.Id] && !LookAlike.Contradict(pair.One, pair.Other))
            .Select(pair => (PairEvidence.Of(pair.One, pair.Other), same.Contains((set.NameOf[pair.One.Id], set.NameOf[pair.Other.Id]))))
            .Where(example => example.Item1 is not null)
            .Select(example => (example.Item1!, example.Item2));
    }

    /// <summary>Judged listings with all that does not depend on weights.</summary>
    private sealed record ReadPairs(DuplicatePairs Judged, IReadOnlyDictionary<string, CoursePrint> Prints, IReadOnlyList<(CoursePrint One, CoursePrint Other)> Candidates)
    {
        public static ReadPairs Of(DuplicatePairs judged, TextAnalysis analysis)
        {
            var printer = new CoursePrinter(analysis);
            var prints = judged.Courses.Select(printer.Print).ToDictionary(print => print.Id, StringComparer.Ordinal);
            return new ReadPairs(judged, prints, [.. DuplicateRule.Candidates(prints.Values)]);
        }

        public IReadOnlyList<IReadOnlyList<string>> Clusters(EvidenceWeights weights) => DuplicateRule.Clusters(Prints, Candidates, weights);
    }
}
