using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Prometheus;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Platforms;
using DcCourseIndex.Crawler.Work;

namespace DcCourseIndex.Crawler.Tests.Work;

/// <summary>What a first look at a portal tells a librarian.</summary>
public sealed class SourceCheckTests
{
    private readonly SourceCheck check = new(LoopbackPortal.Fetchers(), new Dictionary<string, ICoursePlatform> { ["prometheus"] = new PrometheusPlatform() }, Prepared.Listings());

    [Fact]
    public async Task A_portal_that_only_a_browser_fills_is_said_to_need_a_file()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><body><div id=app></div></body></html>");
        var look = await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None);
        Assert.Empty(look.Courses);
        Assert.Contains("a browser fills", look.Failure, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", look.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_portal_shows_is_shown_with_its_competences()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/courses-catalog/", "<html><a href='/prometheus-free/bezpeka/'><article class='course-card'><h3>Безпека</h3></article></a></html>")
            .With("/prometheus-free/bezpeka/", "<html><head><meta property=og:description content='Як захистити персональні дані та паролі в інтернеті.'></head><body><h1>Кібербезпека та захист персональних даних</h1></body></html>");
        var look = await check.LookAsync(site.Source("prometheus"), null, CancellationToken.None);
        Assert.Null(look.Failure);
        Assert.Contains("4.2", Assert.Single(look.Courses).Tagging.Competences.Select(competence => competence.Code));
    }
}
