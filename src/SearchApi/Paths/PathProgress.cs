using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>Compares two results of one person.</summary>
internal static class PathProgress
{
    /// <summary>What both results speak of, in the order of the framework; unchanged ones have no steps.</summary>
    public static IReadOnlyList<PathChange> Between(IReadOnlyList<Gap> earlier, IReadOnlyList<Gap> now, PageTexts texts) =>
    [
        .. now.Join(earlier, gap => gap.Code, before => before.Code, (gap, before) => gap is { Points: { } points } && before is { Points: { } fewer }
            ? new PathChange(gap.Code, PathWords.Label(gap, texts), $"{fewer}", $"{points}", points - fewer)
            : new PathChange(gap.Code, PathWords.Label(gap, texts), before.Now, gap.Now, Place(gap) - Place(before))),
    ];

    private static int Place(Gap gap) => gap.Facet == Facet.Area
        ? gap.Framework.Levels.ToList().FindIndex(level => level.Code == gap.Now)
        : Wire.All<Standing>().ToList().IndexOf(gap.Now);
}
