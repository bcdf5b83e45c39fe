using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>Puts together what somebody sees who has not asked for anything yet.</summary>
internal sealed class StartBook(ExampleCourses examples, Sightings sightings, SearchApiSettings settings)
{
    private const int SourcesShown = 8;

    /// <summary>Counts come from the answer whose courses the page shows anyway.</summary>
    public StartView Of(SearchAnswer everything, CourseRequest request)
    {
        var areas = everything.Facets.GetValueOrDefault(Facet.Area)?.ToDictionary(count => count.Value, count => count.Count) ?? [];
        var courses = everything.Facets.GetValueOrDefault(Facet.Source)?.ToDictionary(count => count.Value, count => count.Count) ?? [];
        return new()
        {
            Areas = [.. request.Framework.Areas.Select(area => Of(area, request, areas.GetValueOrDefault(area.Code)))],
            Sources =
            [
                .. sightings.BySource.OrderByDescending(source => source.Value).Take(SourcesShown)
                    .Select(source => new StartSource(source.Key, settings.SourceTitle(source.Key) ?? source.Key, courses.GetValueOrDefault(source.Key), source.Value)),
            ],
        };
    }

    private StartArea Of(CompetenceArea area, CourseRequest request, int count) => new(
        area.Code,
        area.Name.In(request.Lang),
        // The words are written for the areas that both versions of DigComp have; the other frameworks cut the field differently.
        request.Framework.Id is "digcomp-2.2" or "digcomp-3.0" ? PageTexts.In(request.Lang).All.GetValueOrDefault($"start.area.{area.Code}") : null,
        count,
        count == 0 ? null : examples.Of(request.Framework, Facet.Area, area.Code, request.Lang));
}
