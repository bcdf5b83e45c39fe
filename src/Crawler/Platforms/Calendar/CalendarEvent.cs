using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>One VEVENT (RFC 5545 §3.6.1): its dates as they are reckoned with, its texts for a listing. Pure.</summary>
internal sealed partial class CalendarEvent(CalendarPart part, CalendarZones zones, Uri calendar)
{
    public string? Title => Words.Plain(part.First("SUMMARY")?.Text);

    /// <summary>Its UID; programs that write none are told apart by address or title.</summary>
    public string? Id => Words.Plain(part.First("UID")?.Text) ?? Web(part.First("URL")?.Value)?.AbsoluteUri ?? Title;

    public int Sequence => int.TryParse(part.First("SEQUENCE")?.Value, out var number) ? number : 0;

    public bool IsCancelled => part.First("STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Its owner does not mean it for everybody (§3.8.1.3).</summary>
    public bool IsPrivate => part.First("CLASS")?.Value.Trim().ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL";

    public CalendarTime? Start { get; } = Time(part, zones, "DTSTART");

    /// <summary>Which date of a series this event stands for; null: it is the series itself.</summary>
    public CalendarTime? Instead { get; } = Time(part, zones, "RECURRENCE-ID");

    public Recurrence? Rule => Recurrence.Parse(part.First("RRULE")?.Value);

    public bool Recurs => part.First("RRULE") is not null || part.First("RDATE") is not null;

    public IReadOnlyList<CalendarTime> Without { get; } = [.. part.All("EXDATE").SelectMany(line => CalendarTime.All(line, zones))];

    public IReadOnlyList<CalendarTime> Also { get; } = [.. part.All("RDATE").SelectMany(line => CalendarTime.All(line, zones))];

    public IEnumerable<string> Categories => part.All("CATEGORIES").SelectMany(line => line.Texts).Select(text => Words.Plain(text)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long it takes; a day where only a date is given (§3.6.1), nothing where only a time is.</summary>
    public TimeSpan Length
    {
        get
        {
            if (Start is not { } start) return default;
            if (Time(part, zones, "DTEND") is { } end && end.Moment > start.Moment) return start.IsDate ? end.Clock - start.Clock : end.Moment - start.Moment;
            return Span(part.First("DURATION")?.Value) ?? (start.IsDate ? TimeSpan.FromDays(1) : default);
        }
    }

    /// <summary>The listing with the dates of the course; null without title or identifier.</summary>
    public RawListing? Listing(IReadOnlyList<RawInstance> instances)
    {
        if (Title is not { } title || Id is not { } id) return null;
        var html = part.Lines.Find(line => line.Name == "X-ALT-DESC" && line.Parameter("FMTTYPE")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)?.Text;
        html = CalendarPlace.Public(html);
        var plain = CalendarPlace.Public(part.First("DESCRIPTION")?.Text);
        var place = CalendarPlace.Of(part.First("LOCATION")?.Text, part.First("CONFERENCE") is not null);
        var described = html ?? (plain is null ? null : System.Net.WebUtility.HtmlEncode(plain).Replace("\n", "<br>", StringComparison.Ordinal));
        return new RawListing
        {
            Id = id,
            Title = title,
            Url = (Web(part.First("URL")?.Value) ?? LinkIn(plain ?? html) ?? new Uri($"{calendar.GetLeftPart(UriPartial.Query)}#{Uri.EscapeDataString(id)}")).AbsoluteUri,
            Summary = plain is null ? html : System.Net.WebUtility.HtmlEncode(plain),
            Description = place.Sentence is { } sentence ? $"{described}<p>{System.Net.WebUtility.HtmlEncode(sentence)}</p>" : described,
            Language = part.First("SUMMARY")?.Parameter("LANGUAGE"),
            Authors = Words.Plain(part.First("ORGANIZER")?.Parameter("CN")) is { } organiser ? [organiser] : null,
            Keywords = place.Word is { } word ? [word] : null,
            Subjects = Categories.ToList() is { Count: > 0 } categories ? categories : null,
            // What has a date goes by the calendar.
            Mode = Wire.Name(CourseMode.Scheduled),
            Workload = !Recurs && Start?.IsDate == false && Length > TimeSpan.Zero && Length <= TimeSpan.FromHours(12) ? System.Xml.XmlConvert.ToString(Length) : null,
            Instances = instances.Count > 0 ? instances : null,
            Image = part.All("IMAGE").Concat(part.All("ATTACH").Where(line => line.Parameter("FMTTYPE")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)).Select(line => Web(line.Value)?.AbsoluteUri).FirstOrDefault(address => address is not null),
        };
    }

    private static CalendarTime? Time(CalendarPart part, CalendarZones zones, string name) => part.First(name) is { } line ? CalendarTime.Of(line.Value, line.Parameter("TZID"), zones) : null;

    private static TimeSpan? Span(string? text)
    {
        var match = Weeks().Match(text?.Trim() ?? "");
        try
        {
            return match.Success ? TimeSpan.FromDays(7 * int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
                : text is not null && System.Xml.XmlConvert.ToTimeSpan(text.Trim().TrimStart('+')) is { Ticks: > 0 } span && span < TimeSpan.FromDays(3650) ? span : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private Uri? Web(string? text) => text is not null && Uri.TryCreate(calendar, text.Trim(), out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;

    private Uri? LinkIn(string? text) => text is null ? null : Address().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ')', '»', '!', '?')).Select(Web).FirstOrDefault(address => address is not null);

    [GeneratedRegex(@"^\+?P(\d{1,3})W$", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    [GeneratedRegex("""https?://[^\s<>"'«»“\[\]\\]{4,1000}""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
