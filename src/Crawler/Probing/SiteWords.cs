using DcCourseIndex.Crawler.Probing.Writing;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>What a site says of itself in the head of a page. Pure.</summary>
internal static class SiteWords
{
    private const int LongestTitle = 80;

    /// <summary>The site's name, which stands behind that of the page («Courses | Library»); null where it tells none.</summary>
    public static string? Title(ProbedSite site)
    {
        var text = site.Document?.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content") is { } named && named.Trim().Length > 0 ? named : site.Document?.Title?.Split(" | ")[^1];
        var line = YamlWriting.OneLine(text ?? "");
        return line.Length == 0 ? null : line.Length <= LongestTitle ? line : line[..(char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)].TrimEnd() + "…";
    }

    /// <summary>The language of the page (BCP 47); null where it tells none that is one.</summary>
    public static string? Language(ProbedSite site) =>
        site.Document?.DocumentElement.GetAttribute("lang")?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } language && LanguageCode.Problem(language) is null ? language : null;
}
