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
    public static IReadOnlyList<IReadOnlyList<string>> Clusters(IReadOnlyList<Course> courses, TextAnalysis analysis)
    {
        var printer = new CoursePrinter(analysis);
        var prints = courses.Select(printer.Print).ToDictionary(print => print.Id, StringComparer.Ordinal);
        var links = prints.Values
            .SelectMany(print => print.Keys().Select(key => (key, print)))
            .GroupBy(pair => pair.key, pair => pair.print)
            .Where(sharing => sharing.Count() is > 1 and <= PrintRecords.SharedAtMost)
            .SelectMany(sharing => sharing.SelectMany(one => sharing.Select(other => PairRule.Judge(one, other))))
            .OfType<DuplicateLink>()
            .DistinctBy(link => (link.One, link.Other))
            .ToList();
        var at = DateTimeOffset.UnixEpoch;
        return [.. new ClusterMaking(prints, new LinkedCourses([.. prints.Keys], links, [])).Make(prints.Keys.ToDictionary(id => id, _ => at, StringComparer.Ordinal))
            .Where(pair => pair.Value is not null)
            .GroupBy(pair => pair.Value!.Id, pair => pair.Key, StringComparer.Ordinal)
            .Select(cluster => (IReadOnlyList<string>)[.. cluster.Order(StringComparer.Ordinal)])];
    }
}
