using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>Lists of courses for programs: read one, in any export format; keep, change, remove one.</summary>
internal sealed class ListEndpoints(ListLedger ledger, ListBook book, NewLists keeping, Frameworks frameworks)
{
    /// <summary>Carries the key of a list, so that it stands in no address.</summary>
    public const string KeyHeader = "List-Key";

    private static readonly BodyExample Example = new("""{"name":"Для старших читачів","about":"Вигаданий перелік","courses":[{"id":"prometheus.DC101","note":"почніть із цього"}]}""");

    private readonly ParameterSet one = new([KnownParameters.Framework(frameworks), KnownParameters.Language, KnownParameters.Format]);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/lists", InAddressAsync).Takes(new([new("list", "A list as an address carries it.") { Required = true, Longest = ListCode.Longest, Example = ListCode.Write(new("Для старших читачів", "Вигаданий перелік", [new("prometheus.DC101")])) }, .. one.All])).NeedsIndex()
            .Named("lists", "readList", "A list that lives in an address", "The courses of the list as they stand today; a course that has died says so and has others in its place.")
            .Produces<ListAnswer>().WithMetadata(ExportExamples.Instance);
        routes.MapRead("/api/v1/lists/{id}", KeptAsync).Takes(one).NeedsIndex()
            .Named("lists", "getList", "A list that the server keeps", "Whoever knows its number reads it; there is no list of lists. A list that nobody has used for 24 months is let go.")
            .Produces<ListAnswer>().WithMetadata(ExportExamples.Instance).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPost("/api/v1/lists", KeepAsync).Takes(ParameterSet.None)
            .Named("lists", "keepList", "Keep a list on the server", "Needs no account. The answer has the key with which the list is changed; it is shown this once. Texts are plain; a list has at most 50 courses. One address keeps thirty lists at once and one more every minute.")
            .WithMetadata(Example).Accepts<ListBody>("application/json").Produces<ListMade>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapPut("/api/v1/lists/{id}", ChangeAsync).Takes(ParameterSet.None)
            .Named("lists", "changeList", "Change a list", "The body replaces the list. The key goes into the header List-Key.")
            .WithMetadata(Example).Accepts<ListBody>("application/json").Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapDelete("/api/v1/lists/{id}", RemoveAsync).Takes(ParameterSet.None)
            .Named("lists", "removeList", "Remove a list", "For ever. The key goes into the header List-Key.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private Task<IResult> InAddressAsync(HttpContext context, CancellationToken ct) => ListCode.Read(context.Request.Query["list"]!) is { } list
        ? AnswerAsync(context, null, list, ct)
        : Task.FromResult<IResult>(ApiProblem.WrongValue("list", context.Request.Query["list"]!, "use the address of a list's page.").Result());

    private async Task<IResult> KeptAsync(string id, HttpContext context, CancellationToken ct)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return await ledger.FindAsync(id, ct) is { } kept ? await AnswerAsync(context, kept, kept.List, ct) : ApiProblem.UnknownList(id).Result();
    }

    private async Task<IResult> AnswerAsync(HttpContext context, KeptCourseList? kept, ChosenCourses list, CancellationToken ct)
    {
        var query = context.Request.Query;
        var framework = frameworks[CourseRequest.One(query, "framework") ?? Frameworks.Default];
        var shown = await book.ShowAsync(list, framework, CourseRequest.One(query, "lang") ?? "uk", ct);
        if (ExportFormat.Named(CourseRequest.One(query, "format")) is { } format)
            return CourseExports.Listed([.. shown.Select(one => one.Course).OfType<CourseItem>()], kept?.Id ?? "list", format);
        return TypedResults.Ok(new ListAnswer
        {
            Id = kept?.Id,
            Name = list.Name,
            About = list.About,
            Page = new Uri(SiteAddress.Of(context), kept is null ? $"/list?list={ListCode.Write(list)}" : $"/lists/{kept.Id}").AbsoluteUri,
            ChangedAt = kept?.ChangedAt,
            Courses =
            [
                .. shown.Select(one => new ListItem(one.Listed.Id, one.Listed.Note, one.Fate)
                {
                    Title = one.Course is null ? one.Listed.Title : null,
                    Course = one.Course,
                    Instead = one.Instead.Count > 0 ? one.Instead : null,
                }),
            ],
        });
    }

    private async Task<IResult> KeepAsync(HttpContext context, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (list, problem) = await ListBody.ReadAsync(context.Request, ct);
        if (list is null)
            return problem!.Result();
        var (made, refusal) = await keeping.KeepAsync(context, list, ct);
        if (made is null)
            return refusal!.Result();
        var page = new Uri(SiteAddress.Of(context), $"/lists/{made.Id}").AbsoluteUri;
        return TypedResults.Created($"/api/v1/lists/{made.Id}", new ListMade(made.Id, made.Secret, page, $"{page}/edit?key={made.Secret}"));
    }

    private async Task<IResult> ChangeAsync(string id, HttpContext context, CancellationToken ct)
    {
        var (list, problem) = await ListBody.ReadAsync(context.Request, ct);
        return list is null ? problem!.Result() : Done(id, await ledger.ReplaceAsync(id, Key(context), book.Remembered(list), ct));
    }

    private async Task<IResult> RemoveAsync(string id, HttpContext context, CancellationToken ct) => Done(id, await ledger.DeleteAsync(id, Key(context), ct));

    private static string Key(HttpContext context) => context.Request.Headers[KeyHeader].ToString();

    private static IResult Done(string id, ListChange change) => change switch
    {
        ListChange.Done => TypedResults.NoContent(),
        ListChange.WrongSecret => ApiProblem.WrongListKey().Result(),
        _ => ApiProblem.UnknownList(id).Result(),
    };
}
