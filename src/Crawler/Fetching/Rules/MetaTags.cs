using System.Net;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Fetching.Rules;

/// <summary>Finds what the head of an HTML page says by <c>meta name=… content=…</c>, without parsing the page: it is done for every page.</summary>
internal static partial class MetaTags
{
    /// <summary>Names in lower case with their values, in order. What stands in comments, scripts or the body does not count.</summary>
    public static IEnumerable<(string Name, string Content)> Of(string html)
    {
        var body = BodyStart().Match(html);
        var head = body.Success ? html[..body.Index] : html;
        if (!head.Contains("<meta", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }
        return Tag().Matches(Silent().Replace(head, " "))
            .Select(tag => Attribute().Matches(tag.Value)
                .GroupBy(found => found.Groups[1].Value.ToLowerInvariant(), StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => Value(same.First()), StringComparer.Ordinal))
            .Where(found => found.ContainsKey("name") && found.ContainsKey("content"))
            .Select(found => (found["name"].Trim().ToLowerInvariant(), found["content"].Trim()));
    }

    private static string Value(Match attribute) =>
        WebUtility.HtmlDecode(attribute.Groups[2].Success ? attribute.Groups[2].Value : attribute.Groups[3].Success ? attribute.Groups[3].Value : attribute.Groups[4].Value);

    [GeneratedRegex(@"<body[\s>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BodyStart();

    [GeneratedRegex(@"<!--.*?(?:-->|\z)|<(script|style|noscript|template|title)\b.*?</\1", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Silent();

    [GeneratedRegex("""<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("""([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
