using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Parameters;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>An area or a competence that many of the found courses share, and the page with all its courses.</summary>
internal sealed record RelatedPlace(string Code, string Label, PageLink Link)
{
    private const int MostAreas = 2;
    private const int MostCompetences = 3;

    /// <summary>What fewer than one in this many of the found courses have is chance.</summary>
    private const int OneIn = 5;

    /// <summary>Nothing where nobody wrote words or nothing fits them, and nothing of what is a condition already.</summary>
    public static IReadOnlyList<RelatedPlace> Of(SearchAnswer answer, CourseRequest request, PageFrame frame) => request.Query.Text.Length == 0 || !answer.Confident
        ? []
        : [.. Most(Facet.Area, MostAreas, answer, request, frame), .. Most(Facet.Competence, MostCompetences, answer, request, frame)];

    private static IEnumerable<RelatedPlace> Most(Facet facet, int most, SearchAnswer answer, CourseRequest request, PageFrame frame) => request.Query.Filters.ContainsKey(facet)
        ? []
        : (answer.Facets.GetValueOrDefault(facet) ?? [])
            .Where(count => count.Count * OneIn >= answer.Total && IsPlace(facet, count.Value, request.Framework))
            .OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal).Take(most)
            .Select(count => new RelatedPlace(count.Value, CompetenceCodes.Label(request.Framework, count.Value, request.Lang), frame.Searching(Wire.Name(facet), count.Value)));

    // Courses without a place count too, under a name that is none.
    private static bool IsPlace(Facet facet, string value, Framework framework) => facet == Facet.Area
        ? framework.Areas.Any(area => area.Code == value)
        : framework.Competences.Any(competence => competence.Code == value);
}
