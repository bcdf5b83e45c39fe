using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>The search for library systems (SRU 1.2 and 2.0), at the API's address and at the short one.</summary>
internal static class SruEndpoints
{
    private static readonly ParameterSet Parameters = new([.. SruRequest.Known.Select(name => new Parameter(name, Meaning(name)))]);

    public static void MapSru(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/sru", Answer).WithMetadata(Parameters).NeedsIndex()
            .Named("protocols", "sru", "Search by SRU", "SRU 1.2 and 2.0 with CQL; records as Dublin Core or MARCXML. Without a query it explains itself; what is wrong stands in the answer as a diagnostic. /sru is the same address.")
            .Produces<string>(StatusCodes.Status200OK, "application/xml").WithMetadata(Examples());
        routes.MapGroup("").ExcludeFromDescription().MapRead("/sru", Answer).NeedsIndex();
    }

    private static FileContentHttpResult Answer(HttpContext context, SruSearch search, CourseItems items, Frameworks frameworks)
    {
        var wrong = SruRequest.Read(context.Request.Query, out var dialect, out var request);
        var response = new SruResponse(dialect);
        var site = SiteAddress.Of(context);
        context.Response.Headers.CacheControl = "no-cache";
        if (request is null)
            return Xml(response.Refusal(wrong!));
        if (request.Query is null)
            return Xml(response.Explain(request, new(site, context.Request.PathBase + context.Request.Path)));
        return search.Find(request.Query, request.Start, request.Count) is { } found
            ? Xml(response.Records(request, found, [.. found.Courses.Select(course => items.Of(course, frameworks.DigComp22, "uk"))], site))
            : Xml(response.Refusal(SruDiagnostic.ManyBooleans(CqlConditions.Most)));
    }

    private static FileContentHttpResult Xml(byte[] document) => TypedResults.Bytes(document, "application/xml; charset=utf-8");

    private static string Meaning(string name) => name switch
    {
        "version" => "1.1, 1.2 or 2.0.",
        "operation" => "searchRetrieve or explain.",
        "query" => "A query in CQL, for example dc.title = python and dc.language = uk.",
        "queryType" => "cql, or searchTerms for plain words (2.0).",
        "startRecord" => "The first record, counted from 1.",
        "maximumRecords" => "How many records at most, up to 100; 10 where nothing is said.",
        "recordSchema" => "dc or marcxml, or the identifier of one of them.",
        "recordPacking" => "xml, or string for escaped records (1.2).",
        "recordXMLEscaping" => "xml, or string for escaped records (2.0).",
        "sortKeys" or "stylesheet" => "Not supported; answered with a diagnostic.",
        _ => "Read and not used.",
    };

    private static MediaExamples Examples()
    {
        var request = new SruRequest(SruDialect.Newer, null, 1, 1, SruSchema.All[0], false);
        return new([("application/xml", new SruResponse(SruDialect.Newer).Records(request, new([], 1, false), [ExportExamples.Course], new("https://courses.example.org")))]);
    }
}
