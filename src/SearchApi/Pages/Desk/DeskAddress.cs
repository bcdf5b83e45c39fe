using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The page of the desk that a form was on, named by the form itself.</summary>
internal static partial class DeskAddress
{
    /// <summary>The page without what was done on it before; null where the address is none of the desk.</summary>
    public static PageLink? Of(string sent)
    {
        if (!Local().IsMatch(sent))
            return null;
        var mark = sent.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (sent, "") : (sent[..mark], sent[mark..]);
        return PageLink.Of(path, QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))))
            .Without("done").Without("undone").Without("did");
    }

    [GeneratedRegex(@"\A/desk(/[a-z]{2,20}(/[0-9]{1,18})?)?(\?[!-~]{0,1500})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Local();
}
