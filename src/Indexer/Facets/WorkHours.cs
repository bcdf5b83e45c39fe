using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>How much work a course asks for, from its workload or, failing that, its length.</summary>
public static partial class WorkHours
{
    public const string Few = "short";
    public const string Some = "medium";
    public const string Many = "long";
    public const string Unknown = "unknown";

    /// <summary>Minutes of work; null where the course states neither workload nor duration. A day counts as eight hours of work, a week as five days, a month as four weeks.</summary>
    public static int? Minutes(Course course) => Parse(course.Workload) ?? Parse(course.Duration);

    /// <summary>The value of <see cref="Facet.Duration"/>: up to 3 hours, up to 20 hours, more, or unknown.</summary>
    public static string Bucket(int? minutes) => minutes switch
    {
        null => Unknown,
        <= 3 * 60 => Few,
        <= 20 * 60 => Some,
        _ => Many,
    };

    /// <summary>ISO 8601-1:2019 §5.5.2 durations; null for anything else.</summary>
    public static int? Parse(string? duration)
    {
        if (duration is null || Iso().Match(duration) is not { Success: true } match || duration[^1] is 'P' or 'T')
        {
            return null;
        }

        const double day = 8 * 60, week = 5 * day, month = 4 * week;
        var minutes = (Part("y") * 12 * month) + (Part("mo") * month) + (Part("w") * week) + (Part("d") * day)
            + (Part("h") * 60) + Part("mi") + (Part("s") / 60);
        return (int)Math.Min(Math.Ceiling(minutes), int.MaxValue - 1);

        double Part(string name) => match.Groups[name] is { Success: true } group
            ? double.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
    }

    [GeneratedRegex(@"^P(?:(?<y>\d{1,9}(?:\.\d{1,9})?)Y)?(?:(?<mo>\d{1,9}(?:\.\d{1,9})?)M)?(?:(?<w>\d{1,9}(?:\.\d{1,9})?)W)?(?:(?<d>\d{1,9}(?:\.\d{1,9})?)D)?(?:T(?:(?<h>\d{1,9}(?:\.\d{1,9})?)H)?(?:(?<mi>\d{1,9}(?:\.\d{1,9})?)M)?(?:(?<s>\d{1,9}(?:\.\d{1,9})?)S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
