using System.Text.RegularExpressions;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>
/// The last check on highlights before they reach a page as HTML: <c>mark</c> without attributes passes, balanced and not nested,
/// and entities pass; every other angle bracket, quote or ampersand becomes text.
/// </summary>
internal static partial class MarkOnly
{
    public static string Html(string highlighted)
    {
        var open = false;
        var safe = Unsafe().Replace(highlighted, match =>
        {
            var passes = match.Value == (open ? "</mark>" : "<mark>");
            if (passes)
                open = !open;
            return passes ? match.Value : match.Value switch
            {
                "<mark>" or "</mark>" => "",
                "<" => "&lt;",
                ">" => "&gt;",
                "\"" => "&quot;",
                "&" => "&amp;",
                var entity => entity,
            };
        });
        return open ? safe + "</mark>" : safe;
    }

    [GeneratedRegex("</?mark>|&(?:[a-zA-Z]{2,8}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});|[<>\"&]", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();
}
