using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Feeds;

/// <summary>The dated runs of a search as iCalendar (RFC 5545), in whole days of Kyiv.</summary>
internal static class RunCalendar
{
    /// <summary>Octets of a line without its end (§3.1).</summary>
    private const int LineLength = 75;

    public static byte[] Of(Feed feed)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//DcCourseIndex//Courses//UK");
        Line(text, $"X-WR-CALNAME:{Escaped(feed.Title)}");
        foreach (var course in feed.Courses)
            foreach (var run in course.Instances.Where(run => run.Start is not null).DistinctBy(run => KyivDay.Of(run.Start!.Value)))
                Event(text, feed, course, run);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Event(StringBuilder text, Feed feed, CourseItem course, CourseInstance run)
    {
        var start = KyivDay.Of(run.Start!.Value);
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{course.Id}-{Day(start)}@dccourseindex");
        Line(text, $"DTSTAMP:{course.LastChanged.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Day(start)}");
        // The end of an event in days is the day after its last (§3.6.1).
        if (run.End is { } end && KyivDay.Of(end) >= start && KyivDay.Of(end) < DateOnly.MaxValue)
            Line(text, $"DTEND;VALUE=DATE:{Day(KyivDay.Of(end).AddDays(1))}");
        Line(text, $"SUMMARY:{Escaped(course.Title)}");
        Line(text, $"URL:{feed.Page(course).AbsoluteUri}");
        if (course.Summary.Length > 0)
            Line(text, $"DESCRIPTION:{Escaped(course.Summary)}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>§3.3.11.</summary>
    private static string Escaped(string text) => PlainLine.Of(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>Folds between characters, never inside of one.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineLength)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
