using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Links;

namespace DcCourseIndex.Crawler.Tests.Links;

public sealed class HostVerdictTests
{
    private static readonly LinkLook Absent = new(Sample.Link(), LinkSight.Absent) { Status = 404 };
    private static readonly LinkLook There = new(Sample.Link(number: 2), LinkSight.Answers) { Status = 200 };

    [Fact]
    public void Absence_beside_a_living_page_is_absence() =>
        Assert.Contains(HostVerdict.OfAbsence([Absent, There], front: false, courses: 9), look => look.Sight == LinkSight.Absent);

    [Fact]
    public void Absence_everywhere_is_silence_however_well_the_front_page_is() =>
        Assert.Equal(LinkSight.Silent, Assert.Single(HostVerdict.OfAbsence([Absent], front: true, courses: 9)).Sight);

    [Theory]
    [InlineData(true, LinkSight.Absent)]
    [InlineData(false, LinkSight.Silent)]
    public void The_front_page_speaks_for_a_host_with_hardly_any_course(bool front, LinkSight expected) =>
        Assert.Equal(expected, Assert.Single(HostVerdict.OfAbsence([Absent], front, courses: 1)).Sight);

    [Fact]
    public void A_page_like_one_that_never_existed_is_absent_where_others_are_not()
    {
        var judged = HostVerdict.OfUnheard([There with { Anonymous = "вітаємо на порталі" }, There], "вітаємо на порталі");

        Assert.Equal([LinkSight.Absent, LinkSight.Answers], judged.Select(look => look.Sight));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Nothing_is_said_where_every_page_is_alike_or_made_by_scripts(bool another, bool shell)
    {
        var alike = There with { Anonymous = "портал", IsShell = shell };

        Assert.Equal(LinkSight.Unclear, HostVerdict.OfUnheard(another ? [alike, There] : [alike, alike], "портал")[0].Sight);
    }
}
