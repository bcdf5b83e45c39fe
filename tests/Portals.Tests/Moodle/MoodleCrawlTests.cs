using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Portals.Tests.Moodle;

/// <summary>The crawler reads a running invented Moodle by both of its ways.</summary>
public sealed class MoodleCrawlTests
{
    [Theory]
    [InlineData(MoodleVersion.Moodle311)]
    [InlineData(MoodleVersion.Moodle45)]
    public async Task Pages_and_web_services_show_the_same_courses(MoodleVersion version)
    {
        await using var portal = await MoodlePortal.StartAsync(InventedData.Courses("utu"), new()
        {
            Version = version,
            Categories = InventedData.Categories("utu"),
            Token = "invented",
        });
        var pages = await Crawl.ReadAsync(Crawl.Source(portal, "moodle"));
        var services = await Crawl.ReadAsync(Crawl.Source(portal, "moodle", "TOKEN"), token: "invented");
        Assert.Equal(pages.Select(listing => (listing.Id, listing.Title)).Order(), services.Select(listing => (listing.Id, listing.Title)).Order());
    }
}
