using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Browse;

/// <summary>One course for each place of a framework, so that readers see what is meant; looked up once for each state of the index.</summary>
internal sealed class ExampleCourses(ICourseSearcher searcher, CourseItems items)
{
    private const int Candidates = 10;
    private const int Most = 2_000;
    private readonly StandingAnswers<(string Framework, Facet Facet, string Code, string Lang), CourseItem?> looked = new(searcher, Most);

    /// <summary>The course that stands first among those of an area or competence; null where there is none.</summary>
    public CourseItem? Of(Framework framework, Facet facet, string code, string lang) => looked.Of((framework.Id, facet, code, lang), () => Look(framework, facet, code, lang));

    /// <summary>Rather one that is mainly about the place than one that touches it.</summary>
    private CourseItem? Look(Framework framework, Facet facet, string code, string lang)
    {
        var found = searcher.Search(new()
        {
            Framework = framework.Id,
            Language = lang,
            Limit = Candidates,
            Filters = new Dictionary<Facet, IReadOnlyList<string>> { [facet] = [code] },
        }).Hits.Select(hit => items.Of(hit, framework, lang)).ToList();
        return found.FirstOrDefault(course => course.Primary is { } primary && IsIn(framework, facet, code, primary)) ?? found.FirstOrDefault();
    }

    private static bool IsIn(Framework framework, Facet facet, string code, string primary) =>
        facet == Facet.Competence ? primary == code : framework.Competences.Any(competence => competence.Code == primary && competence.Area == code);
}
