using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Prometheus;

/// <summary>Addresses of course pages on the site: <c>/prometheus-free/NAME/</c> and, of paid courses, <c>/prometheus-plus/NAME/</c>.</summary>
internal static partial class PrometheusAddress
{
    /// <summary>The last part of a course's address, which is its identifier; null for any other page.</summary>
    public static string? Name(Uri address) => Course().Match(Uri.UnescapeDataString(address.AbsolutePath)) is { Success: true } match ? match.Groups["name"].Value : null;

    public static bool IsPlus(Uri address) => Course().Match(Uri.UnescapeDataString(address.AbsolutePath)).Groups["kind"].Value == "plus";

    [GeneratedRegex(@"/prometheus-(?<kind>free|plus)/(?<name>[^/\s]{1,200})/?$", RegexOptions.CultureInvariant)]
    private static partial Regex Course();
}
