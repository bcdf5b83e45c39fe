using System.Globalization;
using System.Text;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Calendar;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Platforms.Calendar;

/// <summary>Runs over small invented calendars, on one fixed day.</summary>
public sealed class CalendarPlatformTests
{
    private const string Type = "text/calendar; charset=utf-8";

    private readonly SourceDefinition source = Portal.Source("ical") with { Address = new Uri("https://portal.example/trainings.ics") };
    private readonly CalendarPlatform platform = new(new FixedClock(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Named_categories_choose_the_events()
    {
        var portal = Calendar(Event("1", "Тренінг", "CATEGORIES:Навчання"), Event("2", "Концерт", "CATEGORIES:Дозвілля"));
        Assert.Equal(["1"], (await Harvested.Of(platform, source with { Categories = ["навчання"] }, portal)).ById.Keys);
        Assert.Equal(2, (await Harvested.Of(platform, source, portal)).Listings.Count);
        Assert.Contains("Гуртки", await RefusalOf(source with { Categories = ["Гуртки"] }, portal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_cancelled_or_over_is_taken_down_at_once()
    {
        var first = await Harvested.Of(platform, source, Calendar(Event("1", "Тренінг"), Event("2", "Вебінар"), Event("3", "Лекція")));
        var portal = new Portal { Past = Earlier.At(1, first) };
        portal.With("/trainings.ics", Whole(Event("1", "Тренінг"), Event("2", "Вебінар", "STATUS:CANCELLED"), Event("3", "Лекція", date: "20261101"), Event("4", "Давно минула", date: "20200101")), type: Type);
        Assert.Equal(["2", "3"], Assert.Single((await Harvested.Of(platform, source, portal)).Pages).Deleted);
    }

    [Fact]
    public async Task A_calendar_that_is_taken_back_cancels_all_its_events()
    {
        var portal = new Portal().With("/trainings.ics", Whole(Event("1", "Тренінг")) + "BEGIN:VCALENDAR\nMETHOD:CANCEL\n" + Event("2", "Вебінар") + "END:VCALENDAR\n", type: Type);
        Assert.Equal(["2"], Assert.Single((await Harvested.Of(platform, source, portal)).Pages).Deleted);
    }

    [Theory]
    [InlineData("<html>Увійдіть</html>", "no iCalendar")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "no event")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Тренінг\nDTSTART:20270101", "breaks off")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Тренінг\nDTSTART:20200101\nEND:VEVENT\nEND:VCALENDAR", "are over")]
    public async Task What_is_no_whole_calendar_is_never_a_short_list(string body, string says) =>
        Assert.Contains(says, await RefusalOf(source, new Portal().With("/trainings.ics", body, type: Type)), StringComparison.Ordinal);

    [Fact]
    public async Task A_calendar_made_to_keep_us_busy_is_read_within_its_budget()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 5000; i++) text.Append(CultureInfo.InvariantCulture, $"BEGIN:VEVENT\nUID:{i}\nSUMMARY:Тренінг {i}\nDTSTART:19000101T000000Z\nRRULE:FREQ=DAILY;COUNT=999999999\nEND:VEVENT\n");
        var harvested = await Harvested.Of(platform, source, Calendar(Event("good", "Тренінг"), text.ToString()));
        Assert.Contains("good", harvested.ById.Keys);
        Assert.Equal(MostRead, harvested.Listings.Count);
    }

    // 200,000 periods, of which every such rule takes some 46,000 to reach this year.
    private const int MostRead = 5;

    [Fact]
    public void An_address_may_have_a_query_and_the_scheme_of_subscriptions()
    {
        Assert.Null(SourceValues.Address("webcal://portal.example/feed.ics?lang=uk", out var address, document: true));
        Assert.Equal("https://portal.example/feed.ics?lang=uk", address!.AbsoluteUri);
        Assert.NotNull(SourceValues.Address("webcal://portal.example/feed.ics", out _));
        Assert.NotNull(SourceValues.Address("https://name:secret@portal.example/feed.ics", out _, document: true));
    }

    [Fact]
    public async Task A_whole_calendar_is_read_over_http()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.ContentType = Type;
            return context.Response.WriteAsync(Whole(Event("1", "Тренінг про дані"), Event("2", "Вебінар", "RRULE:FREQ=WEEKLY")).Replace("\n", "\r\n", StringComparison.Ordinal));
        });
        using var fetcher = portal.Fetcher();
        var harvested = await Harvested.Of(platform, portal.Source() with { Address = portal.At("/ics?lang=uk") }, fetcher);
        Assert.Equal(CalendarCourses.MostDates, harvested.ById["2"].Instances!.Count);
        Assert.Equal(["GET /ics?lang=uk"], portal.Asked);
    }

    private async Task<string> RefusalOf(SourceDefinition asked, Portal portal) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, asked, portal))).Message;

    private static Portal Calendar(params string[] events) => new Portal().With("/trainings.ics", Whole(events), type: Type);

    private static string Whole(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events)}END:VCALENDAR\n";

    private static string Event(string id, string title, string more = "TRANSP:OPAQUE", string date = "20261201") => $"BEGIN:VEVENT\nUID:{id}\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{date}\n{more}\nEND:VEVENT\n";

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
