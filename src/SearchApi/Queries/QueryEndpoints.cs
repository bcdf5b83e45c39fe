using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Queries;

/// <summary>What people ask, for operators.</summary>
internal static class QueryEndpoints
{
    private const int Days = 7;

    private static readonly ParameterSet Parameters = new(
    [
        new("order", "top: the most asked; zero: those that found nothing; slow: those whose answer took more than 250 ms.") { Values = ["top", "zero", "slow"], Default = "top" },
        new("since", "Days to look back, today among them.") { Range = (1, 365), Default = "7" },
        KnownParameters.Limit,
    ]);

    public static void MapQueries(this IEndpointRouteBuilder routes) => routes.MapRead("/api/v1/queries", ListAsync).Needs(Scope.Operate).Takes(Parameters)
        .Named("operation", "getQueries", "What is asked", "Texts that were asked of the search, counted by day, with what they found. Nobody's address, no time of day, no text that looks like a person's name, mail address or number; rare ones go after a week.");

    private static async Task<Ok<QueryList>> ListAsync(HttpRequest http, QueryLedger ledger, TimeProvider clock, CancellationToken ct)
    {
        var order = Enum.Parse<QueryOrder>(CourseRequest.One(http.Query, "order") ?? "top", ignoreCase: true);
        var days = CourseRequest.Number(CourseRequest.One(http.Query, "since")) ?? Days;
        var since = KyivDay.Of(clock.GetUtcNow()).AddDays(1 - days);
        return TypedResults.Ok(new QueryList(since, await ledger.ListAsync(order, since, CourseRequest.Number(CourseRequest.One(http.Query, "limit")) ?? 20, ct)));
    }
}

/// <summary>Texts that were asked from a day on.</summary>
internal sealed record QueryList(DateOnly Since, IReadOnlyList<QueryFigures> Items);
