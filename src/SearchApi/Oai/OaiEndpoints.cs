using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>The catalogue for harvesters of libraries (OAI-PMH 2.0), by GET and by POST, at the API's address and at the short one.</summary>
internal static class OaiEndpoints
{
    /// <summary>No form of this protocol comes near.</summary>
    private const int LargestForm = 16 * 1024;

    private static readonly ParameterSet Parameters = new(
    [
        new("verb", "What is asked for.") { Required = true, Values = [.. OaiArguments.KnownVerbs], Example = "Identify" },
        new("metadataPrefix", "The format of records.") { Values = [.. OaiFormat.All.Select(format => format.Prefix)] },
        new("identifier", "One record, as the headers name it."),
        new("from", "Changed at this time or later: a day, or a second of UTC."),
        new("until", "Changed at this time or earlier, written like «from»."),
        new("set", "A set that ListSets names, for example competence:1.2."),
        new("resumptionToken", "Where a list goes on; stands alone with the verb."),
    ]);

    public static void MapOai(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/oai", QueryAsync).WithMetadata(Parameters)
            .Named("protocols", "oaiPmh", "Harvest by OAI-PMH 2.0", "The whole catalogue with deleted records in oai_dc, oai_lom and marc21, by sets and dates. Errors stand in the answer, as the protocol has it. POST takes the same as a form; /oai is the same address.")
            .Produces<string>(StatusCodes.Status200OK, "text/xml").WithMetadata(Examples());
        var others = routes.MapGroup("").ExcludeFromDescription();
        others.MapPost("/api/v1/oai", FormAsync).WithMetadata(Parameters);
        others.MapRead("/oai", QueryAsync);
        others.MapPost("/oai", FormAsync);
    }

    private static Task<IResult> QueryAsync(HttpContext context, OaiAnswers answers, TimeProvider clock) => AnswerAsync(context, context.Request.Query, answers, clock);

    private static async Task<IResult> FormAsync(HttpContext context, OaiAnswers answers, TimeProvider clock)
    {
        var request = context.Request;
        if (request.ContentLength > LargestForm)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        IEnumerable<KeyValuePair<string, StringValues>> sent = [];
        if (request.HasFormContentType)
        {
            try
            {
                sent = await request.ReadFormAsync(new() { BufferBodyLengthLimit = LargestForm, ValueCountLimit = 20, KeyLengthLimit = 100 }, context.RequestAborted);
            }
            catch (InvalidDataException)
            {
                return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            }
        }
        return await AnswerAsync(context, sent, answers, clock);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IEnumerable<KeyValuePair<string, StringValues>> sent, OaiAnswers answers, TimeProvider clock)
    {
        var site = SiteAddress.Of(context);
        var document = new OaiDocument(site, new Uri(site, context.Request.PathBase + context.Request.Path), clock.GetUtcNow());
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(
            OaiArguments.Read(sent, out var asked) is { } error ? document.Error(error, asked) : await answers.AnswerAsync(asked!, document, context.RequestAborted),
            "text/xml; charset=utf-8");
    }

    private static MediaExamples Examples()
    {
        var site = new Uri("https://courses.example.org");
        OaiArguments.Read([new("verb", "GetRecord"), new("identifier", "oai:courses.example.org:sample.101"), new("metadataPrefix", "oai_dc")], out var asked);
        var document = new OaiDocument(site, new(site, "/api/v1/oai"), ExportExamples.Course.LastSeen);
        var record = new OaiRecord(ExportExamples.Course.Id, ExportExamples.Course.LastChanged, ["source:sample", "language:en"], ExportExamples.Course);
        return new([("text/xml", document.Of(asked!, xml => document.Record(xml, record, OaiFormat.All[0])))]);
    }
}
