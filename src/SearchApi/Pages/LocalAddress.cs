using DcCourseIndex.SearchApi.Pages.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>The page that a form was on, named by the form itself and therefore by anybody: only a page of this site is one.</summary>
internal static class LocalAddress
{
    private const int Longest = 4000;

    /// <summary>The page with a list in hand; the list's own where the address leads elsewhere.</summary>
    public static PageLink Of(string sent, string list)
    {
        var local = sent.Length is > 0 and <= Longest && sent[0] == '/' && !sent.StartsWith("//", StringComparison.Ordinal) && !sent.Contains('\\', StringComparison.Ordinal) && sent.All(c => char.IsAscii(c) && !char.IsControl(c));
        var (path, query) = local && sent.IndexOf('?', StringComparison.Ordinal) is > 0 and var mark ? (sent[..mark], sent[mark..]) : (local ? sent : "/list", "");
        var start = PageLink.Of(path, QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        return start.Without(ListInHand.Parameter).With(ListInHand.Parameter, list);
    }
}
