using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>Keeps new lists for clients, so many for each address that nobody uses up what all have together.</summary>
internal sealed class NewLists(ListLedger ledger, ListBook book, TimeProvider clock)
{
    /// <summary>A class in one room has one address: thirty lists at once, and one more every minute.</summary>
    public static readonly RateLimits EachAddress = new(1, 30);

    private readonly Meter meter = new(clock);

    /// <summary>The new list, or the refusal with Retry-After set.</summary>
    public async Task<(NewCourseList? Made, ApiProblem? Problem)> KeepAsync(HttpContext context, ChosenCourses list, CancellationToken ct)
    {
        if (meter.Take(Client.Of(context.Connection.RemoteIpAddress, EachAddress).Name, 1, EachAddress).Wait is { } wait)
            return (null, TooMany(context, wait));
        return await ledger.AddAsync(book.Remembered(list), ct) is { } made ? (made, null) : (null, TooMany(context, TimeSpan.FromHours(1)));
    }

    private static ApiProblem TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("F0", System.Globalization.CultureInfo.InvariantCulture);
        return ApiProblem.TooManyLists();
    }
}
