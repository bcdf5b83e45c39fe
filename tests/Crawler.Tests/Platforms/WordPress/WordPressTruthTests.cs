using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Crawler.Platforms.WordPress;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>A whole recorded library site against what its editors meant each post to be.</summary>
public sealed class WordPressTruthTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Posts_that_announce_a_course_are_told_from_the_others()
    {
        using var site = RecordedSite.Open("wordpress-day1", "wordpress", "home", output);
        if (site is null) return;
        var posts = site.Truth.GetProperty("posts").EnumerateArray().ToDictionary(post => Text(post, "id"));
        var announced = posts.Values.Where(post => post.GetProperty("is_course_announcement").GetBoolean()).Select(post => Text(post, "id")).ToHashSet();

        var harvested = await Harvested.Of(new WordPressPlatform(), site.Source, site);
        var chosen = harvested.ById.Keys.ToHashSet();
        foreach (var id in chosen.Except(announced)) output.WriteLine($"Taken, announces nothing: {id} {harvested.ById[id].Title}");
        foreach (var id in announced.Except(chosen)) output.WriteLine($"Left out: {id} {Text(posts[id], "title")}");
        var right = chosen.Intersect(announced).Count();
        var links = announced.Intersect(chosen).Where(id => posts[id].GetProperty("courses").GetArrayLength() == 1).ToList();
        var rightLinks = links.Where(id => harvested.ById[id].Url == Text(posts[id].GetProperty("courses")[0], "url")).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Precision {(double)right / chosen.Count:0.000}, recall {(double)right / announced.Count:0.000} of {posts.Count} posts; right link for {rightLinks.Count} of {links.Count} posts with one course; {site.Asked.Count} requests."));
        foreach (var id in links.Except(rightLinks)) output.WriteLine($"Other link: {id} {harvested.ById[id].Url}");

        Assert.Equal(announced.Order(), chosen.Order());
        Assert.Equal(links.Order(), rightLinks.Order());
        Assert.DoesNotContain("73", chosen);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).ToString();
}
