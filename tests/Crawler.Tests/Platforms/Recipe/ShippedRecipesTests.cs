using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Recipe;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Recipe;

/// <summary>Whole runs of the shipped files over invented answers in the portals' form.</summary>
public sealed class ShippedRecipesTests
{
    private const string Json = "application/json";

    [Fact]
    public void Nothing_that_was_not_tried_live_is_enabled()
    {
        var set = SourceFiles.Load(Path.Combine(Workspace.Root, "config", "sources"), AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet());
        var recipes = set.Sources.Where(source => source.Platform == "recipe").ToList();
        Assert.True(recipes.Count >= 9, $"{recipes.Count} recipes");
        Assert.All(recipes, source => Assert.False(source.Enabled, source.Name));
        Assert.All(recipes.Where(source => source.Recipe is null), source => Assert.Null(source.Address));
    }

    [Fact]
    public async Task Microsoft_learn_is_read_whole_and_then_what_changed()
    {
        var source = Shipped("microsoft-learn");
        var first = Learn(Earlier.Nothing, source, since: "");
        var whole = await Harvested.Of(new RecipePlatform(), source, first);
        var second = Learn(Earlier.At(1, whole), source, since: "&last_modified=gte%202026-11-21");
        var slice = await Harvested.Of(new RecipePlatform(), source, second);

        Assert.Equal(7, first.Asked.Count);
        Assert.Equal(7, whole.Listings.Count);
        Assert.All(first.Asked, request => Assert.Equal(Json, request.Accept));
        Assert.All(second.Asked, request => Assert.EndsWith("&last_modified=gte%202026-11-21", request.Address.Query, StringComparison.Ordinal));
        Assert.Equal("m-1", Assert.Single(slice.Listings).Id);
        Assert.All(slice.Pages, page => Assert.True(page.Partial));
        var changed = slice.Listings[0];
        Assert.Equal(("PT30M", "free", "open", "uk-ua", "Beginner"), (changed.Workload, changed.Price, changed.Access, changed.Language, changed.Level));
    }

    [Fact]
    public async Task Coursera_is_walked_by_the_start_that_each_answer_names()
    {
        var source = Shipped("coursera");
        var begin = source.Recipe!.List!.At[0];
        var rest = begin.Replace("start=0&", "", StringComparison.Ordinal) + "&start=100";
        var portal = new Portal()
            .With(begin, """{"elements":[{"id":"a","slug":"a","name":"Invented A"}],"paging":{"next":"100","total":2}}""", type: Json)
            .With(rest, """{"elements":[{"id":"b","slug":"b","name":"Invented B"}],"paging":{"total":2}}""", type: Json);

        var harvested = await Harvested.Of(new RecipePlatform(), source, portal);

        Assert.Equal(["a", "b"], harvested.Listings.Select(listing => listing.Id));
        Assert.Equal(2, portal.Asked.Count);
    }

    [Fact]
    public async Task A_closed_interface_says_so()
    {
        var closed = new Portal().With(Shipped("coursera").Recipe!.List!.At[0], "{}", status: 403, type: Json);
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), Shipped("coursera"), closed));
        Assert.Contains("answered 403", alarm.Message, StringComparison.Ordinal);
        var feed = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(new RecipePlatform(), Shipped("futurelearn"), new Portal().With("/feeds/courses", "<html>Gone</html>")));
        Assert.Contains("HTML page", feed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vum_is_read_page_by_page_with_its_courses_own_pages()
    {
        var portal = new Portal()
            .With("/courses/", Card("persha") + "<a class='next page-numbers' href='https://vumonline.ua/courses/page/2/'>›</a>")
            .With("/courses/page/2/", Card("druha"))
            .With("/course/persha/", "<h1>Вигаданий перший</h1><div class=text>22 занять (30 год. 00 хв.)</div>")
            .With("/course/druha/", "<h1>Вигаданий другий</h1>");

        var harvested = await Harvested.Of(new RecipePlatform(), Shipped("vum-online"), portal);

        Assert.Equal([("course/persha", "Вигаданий перший", "22 занять (30 год. 00 хв.)"), ("course/druha", "Вигаданий другий", null)], harvested.Listings.Select(listing => (listing.Id, listing.Title, listing.Duration)));
        Assert.All(harvested.Listings, listing => Assert.Equal(["Громада"], listing.Subjects));
    }

    [Fact]
    public async Task Itvdn_s_lessons_are_no_courses()
    {
        var portal = new Portal()
            .With("/sitemap.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://itvdn.com/ua/video/csharp</loc></url><url><loc>https://itvdn.com/ua/video/csharp/lesson-1</loc></url><url><loc>https://itvdn.com/ua/blogs</loc></url></urlset>", type: "text/xml")
            .With("/ua/video/csharp", "<html lang=uk><h1>Вигаданий C#</h1></html>");

        var harvested = await Harvested.Of(new RecipePlatform(), Shipped("itvdn"), portal);

        Assert.Equal(("ua/video/csharp", "uk"), (Assert.Single(harvested.Listings).Id, harvested.Listings[0].Language));
        Assert.DoesNotContain(portal.Asked, request => request.Address.AbsolutePath.Contains("lesson", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edera_s_empty_shell_is_an_alarm_that_names_the_selectors()
    {
        var alarm = await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(
            new RecipePlatform(), Shipped("edera"), new Portal().With("/courses/", "<script src=a.js></script><a href='#'>Переглянути більше</a>")));
        Assert.StartsWith("https://ed-era.com/courses/: no course was found: items: «.post-card.card-courses» or «.card-courses» finds nothing", alarm.Message, StringComparison.Ordinal);
        Assert.Contains("filled in later by a script", alarm.Message, StringComparison.Ordinal);
    }

    // One module or path in each list of the whole; of the changes only one list has any.
    private static Portal Learn(PastHarvest past, SourceDefinition source, string since)
    {
        var portal = new Portal { Past = past };
        var (number, lists) = (0, source.Recipe!.List!.At);
        foreach (var at in lists)
        {
            var kind = at.Contains("type=modules", StringComparison.Ordinal) ? "modules" : at.Contains("type=learningPaths", StringComparison.Ordinal) ? "learningPaths" : "courses";
            number++;
            var item = $$"""{"uid":"m-{{number}}","title":"Вигаданий {{number}}","url":"https://learn.microsoft.com/x/{{number}}?WT.mc_id=api","levels":["beginner"],"duration_in_minutes":30,"locale":"uk-ua"}""";
            portal.With(at + since, $$"""{"{{kind}}":[{{(since.Length == 0 || number == 1 ? item : "")}}],"levels":[{"id":"beginner","name":"Beginner"}]}""", type: Json);
        }

        return portal;
    }

    private static string Card(string slug) =>
        $"<div class=course-card><a class=course-card_link href='/course/{slug}/'><h3 class=course-card_title>Вигаданий {slug}</h3></a><div class=course-card_tag-wrap><span>Громада</span></div></div>";

    private static SourceDefinition Shipped(string name) => RecipeFixture.Of(Path.Combine(Workspace.Root, "config", "sources", $"{name}.yml"));
}
