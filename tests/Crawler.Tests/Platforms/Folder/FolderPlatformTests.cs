using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Folder;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Harvesting;

namespace DcCourseIndex.Crawler.Tests.Platforms.Folder;

/// <summary>Runs over files of invented courses in a folder of their own.</summary>
public sealed class FolderPlatformTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dcc-folder-");
    private readonly FolderPlatform platform = new();
    private readonly SourceDefinition source;

    public FolderPlatformTests() => source = Portal.Source("folder") with { Address = new Uri(folder.FullName) };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task All_files_together_are_the_list()
    {
        Write("b.csv", "Назва;Посилання\nКурс 2;https://portal.example/2\n");
        Write("a.ndjson", """{"id":"1","title":"Курс 1","url":"https://portal.example/1"}""");
        Write(".b.csv.swp", "сміття");
        Write("readme.md", "сміття");
        var harvested = await Harvested.Of(platform, source, new Portal());
        Assert.Equal(["1", "https://portal.example/2"], harvested.ById.Keys);
        Assert.All(harvested.Pages, page => Assert.False(page.Partial));
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_last_row_only_in_the_same_files()
    {
        Write("a.csv", Table(1200));
        var whole = await Harvested.Of(platform, source, new Portal());
        Assert.Equal([500, 500, 200], whole.Pages.Select(page => page.Listings.Count));
        Assert.Equal(700, (await Harvested.Of(platform, source, new Portal(), whole.Pages[0].Marker)).Listings.Count);
        Assert.Empty((await Harvested.Of(platform, source, new Portal(), whole.Pages[2].Marker)).Listings);
        Write("b.csv", Table(1));
        Assert.Equal(1201, (await PagesAsync(whole.Pages[0].Marker)).Sum(page => page.Listings.Count));
    }

    [Theory]
    [InlineData("a.csv", "", "empty")]
    [InlineData("a.csv", "Ім’я;Телефон\nА;1\n", "«Ім’я», «Телефон»")]
    [InlineData("a.ndjson", "[{\"id\":\"1\"}]", "jq -c")]
    [InlineData("a.csv", "Назва;Посилання\n", "no course")]
    [InlineData("a.md", "x", "no file there ends in .csv")]
    public async Task What_holds_no_courses_is_refused_with_the_remedy(string name, string text, string says)
    {
        Write(name, text);
        Assert.Contains(says, await RefusalOf(source), StringComparison.Ordinal);
        Assert.Contains("no such folder", await RefusalOf(source with { Address = new Uri(folder.FullName + "-gone") }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_stray_quote_costs_one_row()
    {
        var text = Table(1000).Split('\n');
        text[500] = "\"" + text[500];
        Write("a.csv", string.Join('\n', text));
        var harvested = await Harvested.Of(platform, source, new Portal());
        Assert.Equal(999, harvested.Listings.Count);
        Assert.Equal(501, Assert.Single(harvested.Refusals).Line);
    }

    [Fact]
    public async Task A_file_of_nothing_but_stray_quotes_ends()
    {
        Write("a.csv", "Назва;Посилання\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"курс {i};\"y\n")));
        Assert.Contains("quotes do not close", await RefusalOf(source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_web_is_read_and_harvested_night_after_night()
    {
        var rows = 30;
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.ContentType = "text/csv; charset=windows-1251";
            return context.Response.Body.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Table(rows))).AsTask();
        });
        using var nights = new Nights(portal.Source() with { Platform = "folder", Address = portal.At("/export?what=courses") });
        await nights.HarvestAsync();
        rows = 29;
        var report = await nights.HarvestAsync();
        Assert.Equal((RunState.Promoted, 29, 1), (report.State, report.Found, report.Missing));
        Assert.Equal("Вигаданий курс 1", (await nights.Catalog.FindAsync(CourseId.Of("portal", "https://portal.example/1"), CancellationToken.None))!.Course!.Course.Title);
    }

    [Fact]
    public async Task A_file_on_the_web_that_is_too_large_is_to_be_put_into_a_folder() => Assert.Contains(
        "into a folder",
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, Portal.Source("folder"), new Portal().Failing("/", FailureKind.TooLarge)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_source_file_may_name_a_folder_beside_it()
    {
        var set = Load("portal", "name: Портал\nplatform: folder\naddress: ../files\n");
        Assert.Empty(set.Problems);
        Assert.Equal(Path.GetFullPath("../files", folder.FullName), Assert.Single(set.Sources).Address!.LocalPath);
        Assert.NotEmpty(Load("other", "name: Портал\nplatform: moodle\naddress: ../files\n").Problems);
    }

    private SourceSet Load(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name + ".yml");
        File.WriteAllText(file, text);
        return SourceFiles.Load(folder.FullName, AllPlatforms.Create(_ => null).Select(one => one.Name).ToHashSet());
    }

    private async Task<List<ListingPage>> PagesAsync(string? marker)
    {
        var pages = new List<ListingPage>();
        await foreach (var page in platform.ReadAsync(source, new Portal(), marker, CancellationToken.None)) pages.Add(page);
        return pages;
    }

    private async Task<string> RefusalOf(SourceDefinition asked) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, asked, new Portal()))).Message;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    private static string Table(int rows) => "Назва;Посилання\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"Вигаданий курс {i};https://portal.example/{i}\n"));
}
