using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Pages.Developers;
using DcCourseIndex.SearchApi.Pages.Paths;
using DcCourseIndex.SearchApi.Pages.Places;
using DcCourseIndex.SearchApi.Pages.Sources;
using DcCourseIndex.SearchApi.Pages.Competences;
using DcCourseIndex.SearchApi.Pages.Courses;
using DcCourseIndex.SearchApi.Pages.Desk;
using DcCourseIndex.SearchApi.Pages.Lists;
using DcCourseIndex.SearchApi.Pages.Mistakes;
using DcCourseIndex.SearchApi.Pages.Search;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>The addresses of the pages.</summary>
internal static class PageEndpoints
{
    private static readonly ParameterSet HelpParameters = new([KnownParameters.Language]);

    public static void MapPages(this IEndpointRouteBuilder routes, CourseParameters parameters)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapRead("/", (HttpContext context, SearchPages search) => search.Answer(context)).NeedsIndex();
        pages.MapRead("/search", (HttpContext context, SearchPages search) => search.Answer(context)).NeedsIndex();
        pages.MapRead("/courses/{id}", (string id, HttpContext context, CoursePages courses, CancellationToken ct) => courses.AnswerAsync(id, context, ct)).NeedsIndex();
        pages.MapRead("/competences", (HttpContext context, CompetenceCounts counts, ExampleCourses examples, Frameworks frameworks) => Competences(context, counts, examples, frameworks, parameters.Competences)).NeedsIndex().Costs(3);
        pages.MapRead("/help", (HttpContext context) => Help(context));
        pages.MapSourcePages();
        pages.MapPlacePages();
        pages.MapCoveragePages();
        pages.MapPathPages();
        routes.ServiceProvider.GetRequiredService<ListPages>().Map(pages);
        routes.ServiceProvider.GetRequiredService<HandoutPages>().Map(pages);
        routes.ServiceProvider.GetRequiredService<MistakePages>().Map(pages);
        routes.ServiceProvider.GetRequiredService<DeskPages>().Map(pages);
        pages.MapApiPage();
        pages.MapRead(Asset.Style.Path, Asset.Style.Answer).Costs(0);
        pages.MapRead(Asset.Script.Path, Asset.Script.Answer).Costs(0);
        pages.MapRead(Asset.Icon.Path, Asset.Icon.Answer).Costs(0);
    }

    private static RazorComponentResult Help(HttpContext context) => HelpParameters.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal
        ? PageAnswers.Problem(context, refusal)
        : PageAnswers.Of<HelpPage>(new HelpView(PageFrame.Of(context)));

    private static RazorComponentResult Competences(HttpContext context, CompetenceCounts counts, ExampleCourses examples, Frameworks frameworks, ParameterSet parameters)
    {
        var query = SharedLinks.WithoutTags(context.Request);
        if (parameters.Refusal(query) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        var frame = PageFrame.Of(context);
        var framework = frameworks[CourseRequest.One(query, "framework") ?? Frameworks.Default];
        var tree = counts.Of(framework, frame.Texts.Lang);
        return PageAnswers.Of<CompetencesPage>(new CompetencesView(frame, frameworks.All, tree)
        {
            Examples = tree.Areas.SelectMany(area => area.Competences).Where(competence => competence.Count > 0)
                .ToDictionary(competence => competence.Code, competence => examples.Of(framework, Facet.Competence, competence.Code, frame.Texts.Lang)),
        });
    }
}
