using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Diia;

/// <summary>Addresses of course pages on Дія.Освіта: <c>/courses/NAME</c>, and <c>/en/courses/NAME</c> for the same course in English.</summary>
internal static partial class DiiaAddress
{
    /// <summary>The course's name in the address, which is its identifier in both languages; null for any other page.</summary>
    public static string? Name(Uri address) => Course().Match(address.AbsolutePath) is { Success: true } match ? match.Groups["name"].Value : null;

    public static bool IsEnglish(Uri address) => Course().Match(address.AbsolutePath).Groups["en"].Success || address.AbsolutePath.StartsWith("/en/", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<en>/en)?/courses/(?<name>[A-Za-z0-9_-]{1,200})/?$", RegexOptions.CultureInvariant)]
    private static partial Regex Course();
}
