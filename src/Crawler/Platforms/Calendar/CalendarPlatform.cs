using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>Calendars of dated trainings (iCalendar, RFC 5545); <c>address:</c> is that of the .ics file. One request. Every event of the named categories that is not over is a course, a series one course with its next dates.</summary>
public sealed class CalendarPlatform(TimeProvider clock) : ICoursePlatform
{
    public string Name => "ical";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => SourceAddress.Check(source);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var page = Answers.Demand(await fetcher.FetchAsync(new PageRequest(source.Document()) { Accept = "text/calendar,text/plain" }, ct));
        var offer = CalendarCourses.Of(CalendarReader.Read(page), page.Address, clock.GetUtcNow(), source.Categories);
        if (offer.Listings.Count == 0) throw new ListingUnreliableException(Nothing(source, offer));
        var known = await fetcher.Past.DetailsAsync(offer.Over, ct);
        yield return new ListingPage([.. offer.Listings.Select(listing => page.Rules.Reserved ? listing with { Reserved = true } : listing)], offer.Refusals)
        {
            Deleted = [.. offer.Cancelled, .. offer.Over.Where(known.Knows)],
        };
    }

    private static string Nothing(SourceDefinition source, CalendarOffer offer) => (offer.Over.Count, source.Categories.Count) switch
    {
        ( > 0, _) => $"{source.Address}: all {offer.Over.Count} events of the calendar are over; harvest again when new ones stand there, or check `address:` in {source.Name}.yml.",
        (_, > 0) => $"{source.Address}: no event of the calendar has one of the categories {string.Join(", ", source.Categories)}; correct `categories:` in {source.Name}.yml.",
        _ => $"{source.Address}: the calendar holds no event that is open to everybody; check `address:` in {source.Name}.yml.",
    };
}
