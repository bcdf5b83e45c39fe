using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates;

namespace DcCourseIndex.Quality;

/// <summary>How the clusters compare with judged pairs. A pair within a cluster is a found one, whether or not anybody judged it.</summary>
internal sealed record DuplicateFigures(int Listings, int Same, int Found, int Right, IReadOnlyList<DuplicateKind> Kinds, List<string> Wrong)
{
    public double Precision => Found == 0 ? 1 : Right / (double)Found;

    public double Recall => Same == 0 ? 1 : Right / (double)Same;

    public static DuplicateFigures Of(DuplicatePairs gold, TextAnalysis analysis) => Of(gold, DuplicateRule.Clusters(gold.Courses, analysis));

    public static DuplicateFigures Of(DuplicatePairs gold, IReadOnlyList<IReadOnlyList<string>> clusters)
    {
        var found = clusters
            .SelectMany(cluster => cluster.SelectMany(one => cluster.Where(other => string.CompareOrdinal(one, other) < 0).Select(other => Pair(gold.NameOf[one], gold.NameOf[other]))))
            .Where(pair => !gold.Unsure.Contains(pair))
            .ToHashSet();
        var same = gold.Pairs.Where(pair => pair.Same).Select(pair => Pair(pair.A, pair.B)).ToHashSet();
        var titles = gold.Courses.ToDictionary(course => gold.NameOf[course.Id], course => course.Title, StringComparer.Ordinal);
        var kinds = gold.Pairs.Where(pair => pair.Kind != "unsure").GroupBy(pair => (pair.Kind, pair.Same)).OrderBy(group => group.Key.Same ? 0 : 1).ThenBy(group => group.Key.Kind, StringComparer.Ordinal)
            .Select(group => new DuplicateKind(group.Key.Kind, group.Key.Same, group.Count(), group.Count(pair => found.Contains(Pair(pair.A, pair.B)) == pair.Same)));
        var wrong = gold.Pairs.Where(pair => pair.Same && !found.Contains(Pair(pair.A, pair.B))).Select(pair => $"missed  {pair.Kind}: {Shown(pair.A)} | {Shown(pair.B)} ({pair.Why})")
            .Concat(found.Except(same).Select(pair => $"wrong   {gold.Pairs.FirstOrDefault(known => Pair(known.A, known.B) == pair)?.Kind ?? "unlisted"}: {Shown(pair.Item1)} | {Shown(pair.Item2)}"));
        return new DuplicateFigures(gold.Courses.Count, same.Count, found.Count, found.Count(same.Contains), [.. kinds], [.. wrong]);

        string Shown(string name) => $"{name} «{titles[name]}»";
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}

/// <summary>One kind of judged pairs and how many were told rightly.</summary>
internal sealed record DuplicateKind(string Kind, bool Same, int Pairs, int Right);
