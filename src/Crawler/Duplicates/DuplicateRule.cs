using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Judging;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates;

/// <summary>The rule without a store: for measuring it on courses that were judged by people.</summary>
public static class DuplicateRule
{
    /// <summary>Changes with every change of the rule.</summary>
    public static string Version => PairRule.Version;

    /// <summary>The clusters of more than one course, as ids. Candidates are found by the same keys as in the store.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Clusters(IReadOnlyList<Course> courses, TextAnalysis analysis) => Clusters(courses, analysis, EvidenceWeights.Learnt);

    /// <summary>The same with other weights than the service has.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Clusters(IReadOnlyList<Course> courses, TextAnalysis analysis, EvidenceWeights weights)
    {
        var printer = new CoursePrinter(analysis);
        var prints = courses.Select(printer.Print).ToDictionary(print => print.Id, StringComparer.Ordinal);
        return Clusters(prints, Candidates(prints.Values), weights);
    }

    /// <summary>The same of what was read and found already.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Clusters(IReadOnlyDictionary<string, CoursePrint> prints, IEnumerable<(CoursePrint One, CoursePrint Other)> candidates, EvidenceWeights weights)
    {
        var links = candidates.Select(pair => PairRule.Judge(pair.One, pair.Other, weights)).OfType<DuplicateLink>().ToList();
        var at = DateTimeOffset.UnixEpoch;
        return [.. new ClusterMaking(prints, new LinkedCourses([.. prints.Keys], links, []), weights).Make(prints.Keys.ToDictionary(id => id, _ => at, StringComparer.Ordinal))
            .Where(pair => pair.Value is not null)
            .GroupBy(pair => pair.Value!.Id, pair => pair.Key, StringComparer.Ordinal)
            .Select(cluster => (IReadOnlyList<string>)[.. cluster.Order(StringComparer.Ordinal)])];
    }

    /// <summary>The pairs that share a key and are therefore compared, each once.</summary>
    internal static IEnumerable<(CoursePrint One, CoursePrint Other)> Candidates(IEnumerable<CoursePrint> prints)
    {
        var known = prints.ToDictionary(print => print.Id, StringComparer.Ordinal);
        var keys = known.Values.SelectMany(print => print.Keys().Select(key => (Key: key, Course: print.Id))).OrderBy(pair => pair.Key);
        var pairs = CandidatePairs.Read([.. known.Keys], keys, PrintRecords.SharedAtMost);
        return known.Keys.SelectMany(id => pairs.Of(id).Select(other => string.CompareOrdinal(id, other) < 0 ? (known[id], known[other]) : (known[other], known[id])));
    }
}
