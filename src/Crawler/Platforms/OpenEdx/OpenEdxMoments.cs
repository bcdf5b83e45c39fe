using System.Globalization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Dates of a run. The platform writes the year 2030 where a run has no start.</summary>
internal static class OpenEdxMoments
{
    // The last second of the year 9999.
    private const long Latest = 253_402_300_799;

    /// <summary>Null for no date, for what is none, and for the platform's default. Newer searches count seconds since 1970.</summary>
    public static DateTimeOffset? Start(string? text) => Moment(text) is { } moment and not { Year: 2030, Month: 1, Day: 1 } ? moment : null;

    private static DateTimeOffset? Moment(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 100_000_000 and < Latest ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : null;

    /// <summary>Null where none of them is known.</summary>
    public static RawInstance? Dates(string? start, string? end, string? enrolmentStart, string? enrolmentEnd) =>
        (start ?? end ?? enrolmentStart ?? enrolmentEnd) is null ? null : new RawInstance(start, end, enrolmentStart, enrolmentEnd);
}
