using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Feeds;

/// <summary>A search that somebody follows. <paramref name="Site"/> and <paramref name="Self"/> are absolute.</summary>
internal sealed record Feed(PageTexts Texts, string Query, Uri Site, Uri Self, IReadOnlyList<CourseItem> Courses)
{
    public string Title => Query.Length == 0 ? Texts["site.name"] : $"{Texts["site.name"]}: {PlainLine.Of(Query)}";

    /// <summary>The search as a page.</summary>
    public Uri Html => new(Site, $"/?q={Uri.EscapeDataString(Query)}{(Texts.Lang == "en" ? "&lang=en" : "")}");

    /// <summary>When the newest of its courses changed; the beginning of time where there is none.</summary>
    public DateTimeOffset Updated => Courses.Select(course => course.LastChanged).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>The page of a course here, which is its permanent name in feeds too.</summary>
    public Uri Page(CourseItem course) => SiteAddress.Course(Site, course.Id, Texts.Lang);
}

/// <summary>One form of a feed: the value of <c>format</c>, media type and the pure mapping.</summary>
internal sealed record FeedFormat(string Name, string Type, Func<Feed, byte[]> Write)
{
    public const string Calendar = "ical";

    public static readonly IReadOnlyList<FeedFormat> All =
    [
        new("atom", "application/atom+xml; charset=utf-8", AtomFeed.Of),
        new("rss", "application/rss+xml; charset=utf-8", RssFeed.Of),
        new(Calendar, "text/calendar; charset=utf-8", RunCalendar.Of),
    ];
}
