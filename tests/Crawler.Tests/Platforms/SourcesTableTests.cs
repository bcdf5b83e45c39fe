namespace DcCourseIndex.Crawler.Tests.Platforms;

public sealed class SourcesTableTests
{
    private static readonly string Page = Path.Combine(Workspace.Root, "docs", "sources.md");

    [Fact]
    public void The_page_of_sources_says_what_the_fixtures_say()
    {
        var written = SourcesTable.Write();
        if (Environment.GetEnvironmentVariable("DCCOURSEINDEX_RENEW") == "1")
        {
            File.WriteAllText(Page, written);
        }

        Assert.True(
            File.Exists(Page) && File.ReadAllText(Page) == written,
            "docs/sources.md is not what the fixtures say. Renew it: DCCOURSEINDEX_RENEW=1 dotnet test tests/Crawler.Tests --filter FullyQualifiedName~SourcesTableTests");
    }

    [Fact]
    public void Every_platform_with_fixtures_has_its_row()
    {
        var rows = File.ReadAllLines(Page);

        Assert.All(FixtureReading.All.Keys, platform => Assert.Contains(rows, row => row.StartsWith($"| {platform} | {Fixture.All(platform).Count()} |", StringComparison.Ordinal)));
    }
}
