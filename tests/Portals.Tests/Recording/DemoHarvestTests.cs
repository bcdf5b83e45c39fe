using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Portals.Courses;
using Xunit.Abstractions;

namespace DcCourseIndex.Portals.Tests.Recording;

/// <summary>The crawler's own platforms find every visible course in the recordings of the demo, and nothing else.</summary>
public sealed class DemoHarvestTests(ITestOutputHelper output)
{
    [Fact]
    public void The_source_files_are_read_without_a_problem()
    {
        var set = Sources();
        Assert.Empty(set.Problems);
        Assert.Equal(["biblio", "gum", "prometeo", "utu"], set.Sources.Select(source => source.Name).Order());
    }

    [Theory]
    [InlineData("utu")]
    [InlineData("gum")]
    public async Task Every_visible_moodle_course_is_read(string name)
    {
        var visible = InventedData.Courses(name).Where(course => !course.Hidden).Select(course => course.Id);
        var read = await ReadAsync(name);
        Assert.Equal(visible.Order(), read.Select(listing => listing.Id).Order());
        var described = InventedData.Courses(name).Where(course => course is { Hidden: false, Summary.Length: > 0 }).Select(course => course.Id);
        Assert.Equal(described.Order(), read.Where(listing => !string.IsNullOrWhiteSpace(listing.Summary ?? listing.Description)).Select(listing => listing.Id).Order());
    }

    [Fact]
    public async Task Every_open_edx_course_is_read_once_whatever_its_runs()
    {
        var visible = InventedData.Courses("prometeo").Where(course => !course.Hidden).Select(course => course.Name).Distinct();
        var read = await ReadAsync("prometeo");
        Assert.Equal(visible.Order(), read.Select(listing => System.Net.WebUtility.HtmlDecode(listing.Title)).Order());
    }

    [Fact]
    public async Task Every_announcement_of_the_library_is_read_and_nothing_else()
    {
        var read = (await ReadAsync("biblio")).Select(Post).Distinct();
        Assert.Equal(Announcements().Order(), read.Order());
    }

    [Fact]
    public async Task Every_announcement_is_also_found_where_no_category_is_named()
    {
        var read = (await ReadAsync("biblio", source => source with { Categories = [] })).Select(Post).Distinct().ToList();
        Assert.Subset(read.ToHashSet(), Announcements().ToHashSet());
        output.WriteLine($"Taken for announcements, but none: {string.Join(", ", read.Except(Announcements()))}");
    }

    private static SourceSet Sources() =>
        SourceFiles.Load(Path.Combine(Repository.Demo, "sources"), AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet());

    private static IEnumerable<string> Announcements() =>
        InventedData.Posts("biblio").Where(post => post is { Status: "publish", Announces: > 0 }).Select(post => $"{post.Id}");

    // A post that announces several courses may give several listings, whose ids begin with its own.
    private static string Post(RawListing listing) => string.Concat(listing.Id.TakeWhile(char.IsAsciiDigit));

    private static Task<List<RawListing>> ReadAsync(string name, Func<SourceDefinition, SourceDefinition>? change = null) =>
        Crawl.ReadAsync((change ?? (same => same))(Sources().Sources.Single(source => source.Name == name)));
}
