using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>The key of one run: <c>course-v1:Org+Num+Run</c>, or <c>Org/Num/Run</c> of older portals.</summary>
internal sealed partial record OpenEdxKey(string Whole, string Organisation, string Number)
{
    /// <summary>Organisation and number without the run: what stays when a new run opens.</summary>
    public string Course => $"{Organisation}+{Number}";

    /// <summary>As one part of an address; the slashes of old keys stay, as the platform's own links have them.</summary>
    public string InPath => string.Join('/', Whole.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Null for anything that is no whole key, a library's for instance.</summary>
    public static OpenEdxKey? Of(string? text) => Key().Match(text?.Trim() ?? "") is { Success: true } match
        ? new(match.Value, match.Groups["org"].Value, match.Groups["number"].Value)
        : null;

    /// <summary>The key in the address of a course's page: about, home, the player's, or the old short one (<c>/course/KEY</c>).</summary>
    public static OpenEdxKey? InAddress(Uri address)
    {
        // Links are written with «+», «%2B» and, by programs that take it for a blank, «%20».
        var match = CoursePath().Match(Uri.UnescapeDataString(address.AbsolutePath).Replace(' ', '+'));
        return match.Success ? Of(match.Groups["key"].Value) : null;
    }

    [GeneratedRegex(@"^(?:course-v1:(?<org>[^+/\s]{1,255})\+(?<number>[^+/\s]{1,255})\+[^+/\s]{1,255}|(?<org>[^+/:\s]{1,255})/(?<number>[^+/\s]{1,255})/[^+/\s]{1,255})$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex(@"/courses?/(?<key>course-v1:[^/]{3,800}|[^/:]{1,255}/[^/]{1,255}/[^/]{1,255})(?:/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CoursePath();
}
