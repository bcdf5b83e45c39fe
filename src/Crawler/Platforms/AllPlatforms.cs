using DcCourseIndex.Crawler.Platforms.Calendar;
using DcCourseIndex.Crawler.Platforms.Diia;
using DcCourseIndex.Crawler.Platforms.Feeds;
using DcCourseIndex.Crawler.Platforms.Folder;
using DcCourseIndex.Crawler.Platforms.MoocHub;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Platforms.Oai;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Platforms.Prometheus;
using DcCourseIndex.Crawler.Platforms.Recipe;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Platforms.WordPress;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Every kind of portal that a source file may name.</summary>
public static class AllPlatforms
{
    /// <summary>The platforms, each able to read any number of sources. <paramref name="environment"/> answers for environment variables that hold tokens, <paramref name="clock"/> for what is over (null: the system's).</summary>
    public static IReadOnlyList<ICoursePlatform> Create(Func<string, string?> environment, TimeProvider? clock = null) =>
    [
        new MoodlePlatform(environment),
        new OpenEdxPlatform(),
        new WordPressPlatform(),
        new OaiPlatform(),
        new SitemapPlatform(),
        new PrometheusPlatform(),
        new DiiaPlatform(),
        new RecipePlatform(),
        new MoocHubPlatform(),
        new FeedPlatform(),
        new FolderPlatform(),
        new CalendarPlatform(clock ?? TimeProvider.System),
    ];
}
