using System.Globalization;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting.Judging;

/// <summary>Something that most courses had is gone from most of them: detail pages that all fail, a label that was renamed.</summary>
internal static class FieldsFell
{
    /// <summary>A field counts as usual from this share on.</summary>
    public const double LeastUsual = 0.3;

    /// <summary>Of fewer courses a share says nothing.</summary>
    public const int FewestCourses = 10;

    private const double Fall = 0.5;

    public static string? Judge(RunOutcome run)
    {
        if (run.Found < FewestCourses || run.End == HarvestEnd.Partial)
        {
            return null;
        }

        var fallen = run.Filled
            .Select(field => (field.Key, Now: field.Value, Usual: Usual(run, field.Key)))
            .Where(field => field.Usual >= LeastUsual && field.Now < Fall * field.Usual)
            .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Key} {field.Now * 100:0} (usual: {field.Usual * 100:0})"))
            .ToList();
        return fallen.Count > 0
            ? $"Of 100 courses have now: {string.Join(", ", fallen)}. The portal's pages have probably changed or do not answer; look with «check», harvest again, and accept only if the portal really says less."
            : null;
    }

    private static double Usual(RunOutcome run, string field) =>
        Median.Of(run.Usual.Where(usual => usual.Filled.ContainsKey(field)).Select(usual => usual.Filled[field])) ?? 0;
}
