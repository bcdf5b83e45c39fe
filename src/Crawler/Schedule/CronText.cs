using System.Globalization;
using System.Text.RegularExpressions;
using Quartz;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>
/// A schedule as written in source files: five-field cron or six fields with seconds, days of the week by name only, always Kyiv time.
/// When the clocks go forward, a time that does not exist that night is due at the first minute after the gap; when they go back,
/// a time that comes twice is due at its first coming.
/// </summary>
public static partial class CronText
{
    private static readonly (string Name, int From, int To)[] Ranges =
        [("second", 0, 59), ("minute", 0, 59), ("hour", 0, 23), ("day of the month", 1, 31), ("month", 1, 12)];

    /// <summary>The zone of all schedules and windows.</summary>
    public static TimeZoneInfo Kyiv { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv");

    /// <summary>What is wrong with a schedule, as a sentence with the remedy; null: nothing.</summary>
    public static string? Check(string text) => Read(text, out _);

    /// <summary>The next time after a moment at which a schedule is due; null where the text is no schedule.</summary>
    public static DateTimeOffset? NextAfter(string text, DateTimeOffset after) =>
        Read(text, out var expression) is null ? expression!.GetNextValidTimeAfter(after) : null;

    /// <summary>The schedule in Quartz's own form. Throws where <see cref="Check"/> would have found something.</summary>
    internal static CronExpression Expression(string text) =>
        Read(text, out var expression) is { } wrong ? throw new FormatException($"«{text}»: {wrong}") : expression!;

    private static string? Read(string text, out CronExpression? expression)
    {
        expression = null;
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
        {
            fields = ["0", .. fields];
        }
        if ((Length(fields) ?? Range(fields) ?? Days(fields)) is { } wrong)
        {
            return wrong;
        }
        try
        {
            var read = new CronExpression(string.Join(' ', fields), Kyiv);
            if (read.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null)
            {
                return "no day is ever like that; check day and month.";
            }
            expression = read;
            return null;
        }
        catch (FormatException e)
        {
            return $"{e.Message.TrimEnd('.')}; write it like 20 2 * * * or 30 3 * * MON-FRI.";
        }
    }

    private static string? Length(string[] fields) => fields.Length == 6
        ? null
        : $"it has {fields.Length} fields; write five (minute, hour, day, month, weekday), or six with seconds in front.";

    // Quartz takes a lone number that is too large (minute 99) for good, so the ranges are looked at here.
    private static string? Range(string[] fields)
    {
        foreach (var ((name, from, to), field) in Ranges.Zip(fields))
        {
            var wrong = Number().Matches(field).FirstOrDefault(match => !Within(match.Value, from, to));
            if (wrong is not null)
            {
                return $"the {name} {wrong.Value} does not exist; it goes from {from} to {to}.";
            }
        }
        return null;
    }

    private static bool Within(string number, int from, int to) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to;

    // Quartz wants a question mark in the one of the two day fields that says nothing.
    private static string? Days(string[] fields)
    {
        if (fields[5].Any(char.IsAsciiDigit))
        {
            return "days of the week go by name (MON, TUE, … SUN, as in MON-FRI), because programs count them differently.";
        }
        var anyDate = fields[3] is "*" or "?";
        if (fields[5] is "*" or "?")
        {
            (fields[3], fields[5]) = (anyDate ? "*" : fields[3], "?");
            return null;
        }
        fields[3] = "?";
        return anyDate ? null : "it names days of the month and days of the week; write * for one of them.";
    }

    // Numbers that stand for a value; those after a slash are steps.
    [GeneratedRegex(@"(?<![/\d])\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
