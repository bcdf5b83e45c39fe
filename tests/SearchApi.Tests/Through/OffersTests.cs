using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Pages.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Tests.Through;

public sealed class OffersTests
{
    private const string One = "prometheus.DC101";
    private const string Other = "dl-sample.42";

    [Fact]
    public async Task A_course_of_two_portals_is_one_item_with_both_offers_and_the_reason()
    {
        await using var real = await RealSite.StartWithAsync(JoinAsync, SampleCourses.All);

        var (_, all) = await real.Site.JsonAsync("/api/v1/courses");
        var (_, listings) = await real.Site.JsonAsync("/api/v1/courses?collapse=false");
        var (_, one) = await real.Site.JsonAsync($"/api/v1/courses/{Other}");

        Assert.Equal((3, 4), ((int)all["total"]!, (int)listings["total"]!));
        Assert.Equal([Other, One], one["offers"]!.AsArray().Select(offer => (string)offer!["id"]!));
        Assert.Equal("librarian", (string)one["offers"]![1]!["reasons"]![0]!["kind"]!);
    }

    [Fact]
    public async Task Pages_name_the_other_portals_and_why_it_is_the_same_course()
    {
        await using var real = await RealSite.StartWithAsync(JoinAsync, SampleCourses.All);

        var (_, search) = await real.Site.PageAsync("/");
        var (_, page) = await real.Site.PageAsync($"/courses/{One}");

        Assert.Equal("Також на 1 порталі", search.QuerySelector("article.hit .also")!.TextContent.Trim());
        var offer = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=offers] li"));
        Assert.Contains("так вирішив бібліотекар (Олена)", offer.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/courses/{Other}", offer.QuerySelector("small a")!.GetAttribute("href"));
        Assert.DoesNotContain(page.QuerySelectorAll("section[aria-labelledby=similar] a"), link => link.GetAttribute("href") == $"/courses/{Other}");
    }

    [Fact]
    public void Every_reason_has_its_words_in_both_languages() =>
        Assert.All(Wire.All<LinkKind>(), kind => Assert.All([PageTexts.Ukrainian, PageTexts.English], texts => Assert.NotEmpty(texts[$"reason.{kind}"])));

    [Fact]
    public void What_two_offers_share_is_said_in_words_and_percent()
    {
        var reason = new OfferReason(LinkKind.Text, "title, text 0.83, maker", One);

        Assert.EndsWith($"збігаються назва, текст ({PageTexts.Ukrainian.Percent(0.83)}), заклад чи портал", CourseWords.Reason(PageTexts.Ukrainian, reason), StringComparison.Ordinal);
        Assert.EndsWith($"the same title, text ({PageTexts.English.Percent(0.83)}), institution or portal", CourseWords.Reason(PageTexts.English, reason), StringComparison.Ordinal);
    }

    private static Task JoinAsync(LedgerStore store) => new ClusterRecords(store, TimeProvider.System).WriteAsync(
        new Dictionary<string, CourseCluster?>
        {
            [One] = new CourseCluster(One, [new ClusterLink(Other, LinkKind.Librarian, "Олена")]),
            [Other] = new CourseCluster(One, [new ClusterLink(One, LinkKind.Librarian, "Олена")]),
        },
        CancellationToken.None);
}
