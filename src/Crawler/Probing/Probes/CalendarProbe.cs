using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Reads the calendars that the page links to, or the given address where it is a calendar itself.</summary>
internal sealed class CalendarProbe(PlatformTrial trial) : IProbe
{
    private const int MostCalendars = 2;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var findings = new List<ProbeFinding>();
        foreach (var calendar in Calendars(site).DistinctBy(address => address.AbsoluteUri).Take(MostCalendars))
        {
            var look = await trial.RunAsync(site.As("ical", calendar), site.Fetcher, 1, ct);
            findings.Add(new("iCalendar", calendar, look.Courses > 0 ? "read" : "asked", look.Courses > 0 ? $"trainings with dates, {look.Count}" : look.Failure!)
            {
                Courses = look.Courses,
                Draft = look.Courses == 0 ? null : new("ical", calendar, Standing.Calendar)
                {
                    Unknown = ["Whether every event is a training; name the categories that are under categories:."],
                },
            });
        }

        return findings;
    }

    private static IEnumerable<Uri> Calendars(ProbedSite site)
    {
        if (site.Document is null) return site.Text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? [site.Home.Address] : [];
        return site.Document.QuerySelectorAll("a[href*='.ics'], a[href^='webcal:'], a[href*='ical=1'], link[type='text/calendar'][href]")
            .Select(link => link.GetAttribute("href")!)
            .Select(href => href.StartsWith("webcal:", StringComparison.OrdinalIgnoreCase) ? $"{site.Root.Scheme}{href[6..]}" : href)
            .Select(href => WebLink.Of(href, site.Home.Address))
            .OfType<Uri>()
            .Where(site.Owns);
    }
}
