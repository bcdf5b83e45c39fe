using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Says in lines what link checks have found.</summary>
internal static class LinkLines
{
    /// <summary>One check.</summary>
    public static string Of(LinkReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Checked} links checked with {report.Requests} requests{Took(report)}: {Classes(report.Classes)}; {report.Changed} courses changed, {report.Remaining} links left for another night");

    /// <summary>The classes of one source's courses.</summary>
    public static string Of(IEnumerable<LinkCount> counts) => Classes(counts.ToDictionary(count => Wire.Name(count.Class), count => count.Courses));

    private static string Classes(IReadOnlyDictionary<string, int> classes) =>
        classes.Count == 0 ? "none" : string.Join(", ", Wire.All<LinkHealth>().Where(classes.ContainsKey).Select(name => string.Create(CultureInfo.InvariantCulture, $"{classes[name]} {name}")));

    private static string Took(LinkReport report) =>
        report.EndedAt is { } end ? string.Create(CultureInfo.InvariantCulture, $" in {end - report.StartedAt:h\\:mm\\:ss}") : "";
}
