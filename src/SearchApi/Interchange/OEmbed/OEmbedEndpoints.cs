using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace DcCourseIndex.SearchApi.Interchange.OEmbed;

/// <summary>Lets other sites show a course or a search of ours by its address (oEmbed 1.0).</summary>
internal static class OEmbedEndpoints
{
    private const int MostCourses = 10;

    private static readonly ParameterSet Parameters = new(
    [
        new("url", "The address of a page here: a course, or a search.") { Required = true, Example = "https://courses.example.org/courses/sample.101" },
        new("format", "The form of the answer.") { Values = ["json", "xml"], Default = "json" },
        new("maxwidth", "Pixels that there is room for.") { Range = (1, 10_000) },
        new("maxheight", "Pixels that there is room for.") { Range = (1, 10_000) },
    ]);

    public static void MapOEmbed(this IEndpointRouteBuilder routes, CourseParameters parameters) =>
        routes.MapRead("/api/v1/oembed", (HttpContext context, CourseSearch search, Frameworks frameworks) => Answer(context, search, frameworks, parameters.Page)).Takes(Parameters).NeedsIndex()
            .Named("exchange", "oEmbed", "Embed a course or a search", "What another site shows for an address of ours: plain HTML without script (oEmbed 1.0, type rich). Pages name this address in their head.")
            .Produces<string>().WithMetadata(Examples()).ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Answer(HttpContext context, CourseSearch search, Frameworks frameworks, ParameterSet parameters)
    {
        var query = context.Request.Query;
        var site = SiteAddress.Of(context);
        // Only our own addresses are answered, and nothing is fetched for any.
        if (!Uri.TryCreate(CourseRequest.One(query, "url"), UriKind.Absolute, out var asked) || !IsOurs(asked, site))
            return Unknown();
        var embedded = asked.AbsolutePath is "/" or "/search"
            ? List(asked, site, search, frameworks, parameters)
            : asked.AbsolutePath.StartsWith("/courses/", StringComparison.Ordinal) ? Course(asked, site, search, frameworks) : null;
        if (embedded is null)
            return Unknown();
        embedded = embedded with { Width = Room(query, "maxwidth", embedded.Width), Height = Room(query, "maxheight", embedded.Height) };
        context.Response.Headers.CacheControl = "public, max-age=300";
        return CourseRequest.One(query, "format") == "xml"
            ? Revalidated.Bytes(Xml(embedded, site), "text/xml; charset=utf-8")
            : Revalidated.Bytes(JsonAnswer.Bytes(Json(embedded, site)), "application/json; charset=utf-8");
    }

    private static ProblemHttpResult Unknown() =>
        new ApiProblem("/problems/not-embeddable", 404, "Not embeddable", "«url» is no course and no search of this site.") { Parameter = "url" }.Result();

    private static bool IsOurs(Uri asked, Uri site) => asked.Scheme is "http" or "https" && asked.Authority == site.Authority && asked.UserInfo.Length == 0;

    private static EmbeddedPage? Course(Uri asked, Uri site, CourseSearch search, Frameworks frameworks)
    {
        if (search.Find(Uri.UnescapeDataString(asked.AbsolutePath["/courses/".Length..])) is not { } found)
            return null;
        var lang = Lang(new QueryCollection(QueryHelpers.ParseQuery(asked.Query)));
        var course = search.Item(found, new(new() { Language = lang }, frameworks[Frameworks.Default], null));
        return new(PlainLine.Of(course.Title), EmbeddedHtml.Course(course, SiteAddress.Course(site, course.Id, lang)), EmbeddedPage.DefaultWidth, EmbeddedPage.DefaultHeight, course.Publisher ?? course.Provider);
    }

    private static EmbeddedPage? List(Uri asked, Uri site, CourseSearch search, Frameworks frameworks, ParameterSet parameters)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(asked.Query));
        if (CourseRequest.Read(query, parameters, frameworks, out var request) is not null)
            return null;
        var answer = search.Ask(request! with { Query = request.Query with { Limit = MostCourses, Cursor = null } });
        var texts = PageTexts.In(request.Lang);
        var title = request.Query.Text.Length == 0 ? texts["site.name"] : $"{texts["site.name"]}: {PlainLine.Of(request.Query.Text)}";
        return new(title, EmbeddedHtml.List(title, asked, [.. search.Items(answer.Hits, request).Select(course => (course, SiteAddress.Course(site, course.Id, request.Lang)))]), EmbeddedPage.DefaultWidth, EmbeddedPage.ListHeight);
    }

    private static string Lang(QueryCollection query) => query["lang"] == "en" ? "en" : "uk";

    private static int Room(IQueryCollection query, string name, int wanted) => Math.Min(wanted, CourseRequest.Number(CourseRequest.One(query, name)) ?? wanted);

    private static IEnumerable<(string Name, JsonValue Value)> Members(EmbeddedPage page, Uri site)
    {
        yield return ("version", JsonValue.Create("1.0"));
        yield return ("type", JsonValue.Create("rich"));
        yield return ("title", JsonValue.Create(page.Title));
        if (page.Author is { } author)
            yield return ("author_name", JsonValue.Create(PlainLine.Of(author)));
        yield return ("provider_name", JsonValue.Create(PageTexts.Ukrainian["site.name"]));
        yield return ("provider_url", JsonValue.Create(site.AbsoluteUri));
        yield return ("cache_age", JsonValue.Create(300));
        yield return ("html", JsonValue.Create(page.Html));
        yield return ("width", JsonValue.Create(page.Width));
        yield return ("height", JsonValue.Create(page.Height));
    }

    private static JsonObject Json(EmbeddedPage page, Uri site) => new(Members(page, site).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));

    private static byte[] Xml(EmbeddedPage page, Uri site) => XmlBytes.Of(xml =>
    {
        xml.WriteStartElement("oembed");
        foreach (var (name, value) in Members(page, site))
            xml.WriteElementString(name, PlainLine.Xml(value.TryGetValue<string>(out var text) ? text : value.GetValue<int>().ToString(CultureInfo.InvariantCulture)));
        xml.WriteEndElement();
    });

    private static MediaExamples Examples()
    {
        var site = new Uri("https://courses.example.org");
        var page = new EmbeddedPage(ExportExamples.Course.Title, EmbeddedHtml.Course(ExportExamples.Course, SiteAddress.Course(site, ExportExamples.Course.Id, "en")), EmbeddedPage.DefaultWidth, EmbeddedPage.DefaultHeight);
        return new([("application/json", JsonAnswer.Bytes(Json(page, site))), ("text/xml", Xml(page, site))]);
    }
}
