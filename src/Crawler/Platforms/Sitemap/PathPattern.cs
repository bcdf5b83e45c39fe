using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Which addresses of a site are course pages, as the source file says it: a path with stars, such as <c>/courses/*</c>.</summary>
internal sealed class PathPattern(string pattern)
{
    private readonly Regex regex = new(
        $"^{Regex.Escape(Decoded(pattern.Trim())).Replace("\\*", ".*", StringComparison.Ordinal)}/?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);

    public bool Matches(Uri address) => regex.IsMatch(Decoded(address.PathAndQuery));

    // Cyrillic addresses stand percent-encoded in sitemaps and as letters in source files.
    private static string Decoded(string path) => Uri.UnescapeDataString(path);
}
