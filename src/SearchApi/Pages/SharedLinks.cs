using DcCourseIndex.SearchApi.Pages.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>Social networks add tags of their own to links that people share; a page must not refuse its readers for them.</summary>
internal static class SharedLinks
{
    private static readonly string[] Tags = ["fbclid", "gclid", "mc_cid", "mc_eid"];

    /// <summary>Takes the tags out of a request for a page, so that they are neither refused nor carried on; the list in hand is carried on, but is no parameter of any page.</summary>
    public static IQueryCollection WithoutTags(HttpRequest request)
    {
        if (request.Query.TryGetValue(ListInHand.Parameter, out var list))
            ListInHand.Take(request.HttpContext, list[0] ?? "");
        if (request.Query.Keys.Any(IsTag))
            request.Query = new QueryCollection(request.Query.Where(pair => !IsTag(pair.Key)).ToDictionary(pair => pair.Key, pair => (StringValues)pair.Value));
        return request.Query;
    }

    private static bool IsTag(string name) => name.StartsWith("utm_", StringComparison.Ordinal) || name == ListInHand.Parameter || Tags.Contains(name);
}
