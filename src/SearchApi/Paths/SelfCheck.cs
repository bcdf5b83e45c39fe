using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>The two-minute self-check: three or four plain statements an area, each about one competence of DigComp 2.2. Their words are texts of the pages.</summary>
internal static class SelfCheck
{
    /// <summary>The competences by area, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<(string Area, IReadOnlyList<string> Competences)> Areas =
    [
        ("1", ["1.1", "1.2", "1.3"]),
        ("2", ["2.1", "2.3", "2.4", "2.6"]),
        ("3", ["3.1", "3.2", "3.3"]),
        ("4", ["4.1", "4.2", "4.3", "4.4"]),
        ("5", ["5.1", "5.2", "5.4"]),
    ];

    /// <summary>What can be answered: not yet, with help, on my own, I can teach others.</summary>
    public static readonly IReadOnlyList<Standing> Answers = [Standing.None, Standing.Foundation, Standing.Intermediate, Standing.Advanced];

    /// <summary>All competences of one area for whoever has but that in mind; null where there is no such area.</summary>
    public static IReadOnlyList<string>? Whole(string? area, Framework framework) => Areas.Any(known => known.Area == area)
        ? [.. framework.Competences.Where(competence => competence.Area == area).Select(competence => competence.Code)]
        : null;

    public static IEnumerable<string> Competences => Areas.SelectMany(area => area.Competences);
}
