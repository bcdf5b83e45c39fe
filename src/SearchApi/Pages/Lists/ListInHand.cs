using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Lists;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>The list that somebody carries from page to page in the address, because no cookie does.</summary>
internal sealed record ListInHand(string Code, ChosenCourses List)
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "list";

    private static readonly object Key = new();

    /// <summary>Takes the parameter out of a request for a page: it is no question, and what cannot be read is carried no further.</summary>
    public static void Take(HttpContext context, string code) => context.Items[Key] = ListCode.Read(code) is { } list && list.Courses.Count + list.Name.Length > 0 ? new ListInHand(code, list) : null;

    /// <summary>The list of a request; null where it carries none.</summary>
    public static ListInHand? Of(HttpContext context) => context.Items.TryGetValue(Key, out var kept) ? kept as ListInHand : null;

    public bool Has(string id) => List.Courses.Any(course => course.Id == id);
}
