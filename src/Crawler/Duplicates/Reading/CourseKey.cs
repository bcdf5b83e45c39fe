using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// The key that a platform gives a course, without the run: organisation and number of Open edX, in the new spelling
/// (<c>course-v1:Org+Num+Run</c>) and the old (<c>Org/Num/Run</c>).
/// </summary>
internal static partial class CourseKey
{
    /// <summary>The key that stands in an identifier or an address; null where there is none. Lower case, as the platform compares them.</summary>
    public static string? Of(string text)
    {
        var plain = Uri.UnescapeDataString(text.Replace("%20", "+", StringComparison.Ordinal)).Replace(' ', '+');
        var match = NewStyle().Match(plain);
        if (!match.Success)
        {
            match = plain.Contains("://", StringComparison.Ordinal) ? OldInAddress().Match(plain) : OldIdentifier().Match(plain);
        }

        return match.Success ? $"{match.Groups["org"].Value}+{match.Groups["num"].Value}".ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"(?:course|block|asset)-v1:(?<org>[\w.~-]{1,60})\+(?<num>[\w.~-]{1,60})", RegexOptions.CultureInvariant)]
    private static partial Regex NewStyle();

    [GeneratedRegex(@"(?:/courses?/|[?&](?:course_?id|course|key)=)(?<org>[\w.~-]{1,60})/(?<num>[\w.~-]{1,60})/[\w.~-]{1,60}(?:/(?:about|info|course|courseware|home|progress)?/?)?(?:[?#&]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex OldInAddress();

    [GeneratedRegex(@"\A(?:i4x://)?(?<org>[\w.~-]{1,60})/(?<num>[\w.~-]{1,60})/[\w.~-]{1,60}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OldIdentifier();
}
