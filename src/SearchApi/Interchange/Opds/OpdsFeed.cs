using System.Globalization;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Interchange.Opds;

/// <summary>A list of courses as a catalogue of publications (OPDS 2.0), for reading programs of libraries.</summary>
internal static class OpdsFeed
{
    public const string Type = "application/opds+json";

    private const string Acquisition = "http://opds-spec.org/acquisition";

    public static JsonObject Of(CourseListPage page)
    {
        var texts = PageTexts.In(page.Request.Lang);
        var links = new JsonArray(
            Link("self", page.Self.AbsoluteUri, Type),
            Link("first", page.First.AbsoluteUri, Type),
            new JsonObject { ["rel"] = "search", ["href"] = page.Site.AbsoluteUri.TrimEnd('/') + "/api/v1/opds{?q}", ["type"] = Type, ["templated"] = true },
            Link("alternate", new Uri(page.Site, "/").AbsoluteUri, "text/html"));
        if (page.Next is { } next)
            links.Add((JsonNode)Link("next", next.AbsoluteUri, Type));
        return new()
        {
            ["metadata"] = new JsonObject
            {
                ["title"] = page.Request.Query.Text.Length == 0 ? texts["site.name"] : $"{texts["site.name"]}: {PlainLine.Of(page.Request.Query.Text)}",
                ["numberOfItems"] = page.Total,
                ["itemsPerPage"] = page.Request.Query.Limit,
            },
            ["links"] = links,
            ["publications"] = new JsonArray([.. page.Courses.Select(course => (JsonNode)Publication(course, page))]),
        };
    }

    private static JsonObject Publication(CourseItem course, CourseListPage page)
    {
        var here = SiteAddress.Course(page.Site, course.Id, page.Request.Lang).AbsoluteUri;
        var metadata = new JsonObject
        {
            ["@type"] = "http://schema.org/Course",
            ["identifier"] = here,
            ["title"] = course.Title,
            ["modified"] = course.LastChanged.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        if (course.Summary.Length > 0)
            metadata["description"] = course.Summary;
        if (course.Language is { } language and not "mul")
            metadata["language"] = language;
        if (course.Authors.Count > 0)
            metadata["author"] = new JsonArray([.. course.Authors.Select(name => (JsonNode)name)]);
        if ((course.Publisher ?? course.Provider) is { } publisher)
            metadata["publisher"] = publisher;
        if (course.Competences.Count > 0)
            metadata["subject"] = new JsonArray([.. course.Competences.Select(competence => (JsonNode)new JsonObject { ["name"] = competence.Label, ["code"] = competence.Code, ["scheme"] = course.Framework })]);
        var publication = new JsonObject
        {
            ["metadata"] = metadata,
            ["links"] = new JsonArray(Access(course), Link("alternate", here, "text/html")),
        };
        if (course.Image is { } image)
            publication["images"] = new JsonArray(new JsonObject { ["href"] = image });
        return publication;
    }

    // The course itself is a page of its portal.
    private static JsonObject Access(CourseItem course)
    {
        var link = Link(course.Price switch { Price.Free => $"{Acquisition}/open-access", Price.Paid => $"{Acquisition}/buy", _ => Acquisition }, course.Url, "text/html");
        if (course.Price == Price.Paid && course.Prices is [var price, ..])
            link["properties"] = new JsonObject { ["price"] = new JsonObject { ["value"] = price.Amount, ["currency"] = price.Currency } };
        return link;
    }

    private static JsonObject Link(string relation, string address, string type) => new() { ["rel"] = relation, ["href"] = address, ["type"] = type };
}
