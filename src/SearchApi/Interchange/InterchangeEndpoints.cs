using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Interchange.Amb;
using DcCourseIndex.SearchApi.Interchange.MoocHub;
using DcCourseIndex.SearchApi.Interchange.Opds;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Interchange;

/// <summary>Lists of courses in the formats of other portals, each page by page.</summary>
internal static class InterchangeEndpoints
{
    private const string LinkedData = "application/ld+json";

    public static void MapInterchange(this IEndpointRouteBuilder routes, CourseParameters parameters)
    {
        Func<HttpContext, CoursePages, Frameworks, IResult> moocHub = (context, pages, frameworks) =>
            Answer(context, pages, parameters, page => MoocHubList.Of(page, frameworks.DigComp22), MoocHubList.Type);
        Map(routes, "/api/v1/moochub/courses", moocHub, parameters, "moocHubCourses", "Courses for MOOChub", "A page of courses in the format of MOOChub 3 (JSON:API), with skills of DigComp 2.2; links lead on.", MoocHubList.Type);
        // Where harvesters of MOOChub look for it by custom.
        routes.MapGroup("").ExcludeFromDescription().MapRead("/bridges/moochub/courses", moocHub).NeedsIndex();
        Map(routes, "/api/v1/amb", (context, pages, frameworks) =>
            Answer(context, pages, parameters, page => new JsonArray([.. page.Courses.Select(course => (JsonNode)AmbCourse.Of(course, frameworks.DigComp22, page.Site))]), LinkedData),
            parameters, "ambCourses", "Courses in AMB", "A page of courses as JSON-LD of the profile AMB; the header Link leads to the next page.", LinkedData);
        Map(routes, "/api/v1/opds", (context, pages, _) => Answer(context, pages, parameters, OpdsFeed.Of, OpdsFeed.Type),
            parameters, "opdsCatalogue", "Courses as OPDS 2.0", "A page of courses as a catalogue of publications, for reading programs.", OpdsFeed.Type);
    }

    private static void Map(
        IEndpointRouteBuilder routes, string path, Func<HttpContext, CoursePages, Frameworks, IResult> answer, CourseParameters parameters, string name, string summary, string description, string type) =>
        routes.MapRead(path, answer).Takes(parameters.List).NeedsIndex()
            .Named("exchange", name, summary, description)
            .Produces<string>(StatusCodes.Status200OK, type.Split(';')[0]).WithMetadata(new ListExample(type)).ProducesProblem(StatusCodes.Status410Gone);

    private static IResult Answer(HttpContext context, CoursePages pages, CourseParameters parameters, Func<CourseListPage, JsonNode> write, string type)
    {
        var (page, problem) = pages.Read(context, parameters.List);
        if (page is null)
            return problem!.Result();
        if (page.Next is { } next)
            context.Response.Headers.Link = $"<{next.AbsoluteUri}>; rel=\"next\"";
        return JsonAnswer.Of(context, write(page), type);
    }

    private sealed record ListExample(string Type) : MediaExamples([(Type, Example(Type))]);

    private static byte[] Example(string type)
    {
        var site = new Uri("https://courses.example.org");
        var framework = new Framework { Id = Frameworks.Default, Name = new("DigComp 2.2", "DigComp 2.2"), Attribution = "", UkrainianNames = "", Areas = [], Competences = [] };
        var here = new Uri(site, "/api/v1/opds");
        var page = new CourseListPage(site, new(new(), framework, null), [ExportExamples.Course], 1, here, here, here, null);
        return JsonAnswer.Bytes(type == OpdsFeed.Type ? OpdsFeed.Of(page) : type == LinkedData ? new JsonArray(AmbCourse.Of(ExportExamples.Course, framework, site)) : MoocHubList.Of(page, framework));
    }
}
