using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>Where a training takes place: a key word for online or on site, and a sentence with the place. Addresses of meetings are not repeated. Pure.</summary>
internal sealed partial record CalendarPlace(string? Word, string? Sentence)
{
    public static CalendarPlace Of(string? location, bool hasConference)
    {
        var place = Words.Plain(location);
        if (place is null) return new CalendarPlace(hasConference ? "онлайн" : null, null);
        if (hasConference || IsMeeting(place) || Online().IsMatch(place)) return new CalendarPlace("онлайн", null);
        return place.Contains("://", StringComparison.Ordinal) ? new CalendarPlace(null, null) : new CalendarPlace("очно", $"Місце: {place}");
    }

    public static bool IsMeeting(string text) => Meeting().IsMatch(text);

    /// <summary>A text without addresses of meetings, which let anybody in who reads them.</summary>
    public static string? Public(string? text) => text is null ? null : Address().Replace(text, match => IsMeeting(match.Value) ? "…" : match.Value);

    [GeneratedRegex(@"zoom\.us|meet\.google\.|teams\.(?:microsoft|live)\.|webex\.|bigbluebutton|/b/[a-z]{3}-|youtube\.com/live|meet\.jit\.si", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    [GeneratedRegex("""https?://[^\s<>"'«»“\[\]\\]{4,1000}""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"онлайн|дистанц|\bonline\b|\bzoom\b|\bgoogle meet\b|\bteams\b|\byoutube\b|\bwebex\b|вебінар|\bwebinar\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Online();
}
