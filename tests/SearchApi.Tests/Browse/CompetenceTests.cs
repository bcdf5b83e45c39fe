using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Browse;

public sealed class CompetenceTests
{
    [Fact]
    public async Task A_framework_is_counted_by_area_competence_and_level()
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, tree) = await site.JsonAsync("/api/v1/competences?lang=en");

        Assert.Equal((200, "digcomp-2.2", "unofficial", 4), (status, (string)tree["framework"]!, (string)tree["ukrainianNames"]!, (int)tree["total"]!));
        var area = tree["areas"]![0]!;
        Assert.Equal(("1", "Information and data literacy", 1), ((string)area["code"]!, (string)area["label"]!, (int)area["count"]!));
        Assert.Equal(
            """{"code":"1.2","label":"Evaluating data, information and digital content","descriptor":"To analyse sources.","count":1,"levels":{"foundation":1,"intermediate":0,"advanced":0,"highly-specialised":0,"unknown":0}}""",
            area["competences"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task Courses_without_a_level_are_counted_as_unknown()
    {
        await using var site = await SampleSite.StartAsync([.. SampleCourses.Many(3)]);

        var (_, tree) = await site.JsonAsync("/api/v1/competences");

        Assert.Equal(3, (int)tree["areas"]![0]!["competences"]![2]!["levels"]!["unknown"]!);
    }

    [Fact]
    public async Task A_draft_says_that_it_is_one_and_whose_it_is()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, tree) = await site.JsonAsync("/api/v1/competences?framework=digcomp-ua");

        Assert.Equal("draft", (string)tree["ukrainianNames"]!);
        Assert.NotEmpty((string)tree["attribution"]!);
    }

    [Fact]
    public async Task Every_framework_of_the_installation_can_be_browsed()
    {
        await using var site = await SampleSite.StartAsync(searcher: new(SampleCourses.All, RealParts.Frameworks), frameworks: RealParts.Frameworks);

        foreach (var framework in RealParts.Frameworks.All)
        {
            var (status, tree) = await site.JsonAsync($"/api/v1/competences?framework={framework.Id}");
            Assert.Equal(200, status);
            Assert.Equal(framework.Competences.Count, tree["areas"]!.AsArray().Sum(area => area!["competences"]!.AsArray().Count));
            Assert.Equal(200, (await site.PageAsync($"/competences?framework={framework.Id}")).Status);
            Assert.Equal(200, (await site.JsonAsync($"/api/v1/courses?framework={framework.Id}&competence={framework.Competences[0].Code}")).Status);
        }
    }
}
