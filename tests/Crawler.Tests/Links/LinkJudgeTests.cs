using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Links;

namespace DcCourseIndex.Crawler.Tests.Links;

public sealed class LinkJudgeTests
{
    private static readonly DateTimeOffset First = new(2026, 11, 1, 1, 30, 0, TimeSpan.Zero);

    /// <summary>A letter a night: o answers, a absent, s silent, b blocked, u unclear, t no answer in time, m and n moved to two addresses, . not looked at.</summary>
    [Theory]
    [InlineData("o", LinkHealth.Ok)]
    [InlineData("oa", LinkHealth.Ok)]
    [InlineData("oaa", LinkHealth.Unsure)]
    [InlineData("oaaa", LinkHealth.Unsure)]
    [InlineData("oaaaa", LinkHealth.Gone)]
    [InlineData("aaaa", LinkHealth.Gone)]
    [InlineData("oaaaao", LinkHealth.Ok)]
    [InlineData("oaaaoaaa", LinkHealth.Unsure)]
    [InlineData("oaoaoaoaoaoa", LinkHealth.Ok)]
    [InlineData("a....aa", LinkHealth.Unsure)]
    [InlineData("a....aaa", LinkHealth.Gone)]
    [InlineData("oauuaaa", LinkHealth.Gone)]
    [InlineData("oabbaa", LinkHealth.Unsure)]
    [InlineData("aaaau", LinkHealth.Gone)]
    [InlineData("aaaauuuu", LinkHealth.Gone)]
    [InlineData("aaaab", LinkHealth.Gone)]
    [InlineData("aaaabb", LinkHealth.Blocked)]
    [InlineData("b", LinkHealth.Blocked)]
    [InlineData("ob", LinkHealth.Ok)]
    [InlineData("obb", LinkHealth.Blocked)]
    [InlineData("obbo", LinkHealth.Ok)]
    [InlineData("obbu", LinkHealth.Blocked)]
    [InlineData("obbuu", LinkHealth.Unsure)]
    [InlineData("ou", LinkHealth.Ok)]
    [InlineData("ouu", LinkHealth.Unsure)]
    [InlineData("ot", LinkHealth.Ok)]
    [InlineData("ott", LinkHealth.Unsure)]
    [InlineData("tttttttttttttttttttttttttttttt", LinkHealth.Unsure)]
    [InlineData("uuuuuuuuuuuuuuuuuuuuuuuuuuuuuu", LinkHealth.Unsure)]
    [InlineData("m", LinkHealth.Unsure)]
    [InlineData("mm", LinkHealth.Moved)]
    [InlineData("om", LinkHealth.Ok)]
    [InlineData("omm", LinkHealth.Moved)]
    [InlineData("omnmn", LinkHealth.Ok)]
    [InlineData("ommo", LinkHealth.Ok)]
    [InlineData("omma", LinkHealth.Moved)]
    [InlineData("ommaaaa", LinkHealth.Gone)]
    [InlineData("aaaam", LinkHealth.Gone)]
    [InlineData("aaaamm", LinkHealth.Moved)]
    [InlineData("os", LinkHealth.Ok)]
    [InlineData("oss", LinkHealth.Unsure)]
    [InlineData("ossss", LinkHealth.Unsure)]
    [InlineData("ssssssssss", LinkHealth.Unsure)]
    [InlineData("sssssssssss", LinkHealth.Gone)]
    [InlineData("s.........s", LinkHealth.Unsure)]
    [InlineData("sssssussssss", LinkHealth.Unsure)]
    [InlineData("ssssstssssss", LinkHealth.Gone)]
    [InlineData("ssssssssssso", LinkHealth.Ok)]
    public void Good_news_counts_at_once_and_bad_news_after_several_nights(string nights, LinkHealth expected) =>
        Assert.Equal(expected, Play(nights).History.Class);

    [Theory]
    [InlineData("oo", 7)]
    [InlineData("oa", 1)]
    [InlineData("aaa", 1)]
    [InlineData("aaaa", 7)]
    [InlineData("b", 7)]
    [InlineData("ob", 1)]
    [InlineData("m", 1)]
    [InlineData("mm", 7)]
    [InlineData("mmn", 1)]
    [InlineData("ss", 1)]
    [InlineData("uuuuuuu", 1)]
    [InlineData("uuuuuuuu", 7)]
    public void A_settled_link_waits_a_week_and_a_doubtful_one_a_night(string nights, int days) =>
        Assert.Equal(First.AddDays(nights.Length - 1 + days).AddHours(-6), Play(nights).DueAt);

    [Fact]
    public void Many_looks_in_one_night_are_one_look()
    {
        var history = LinkHistory.None;
        foreach (var minutes in new[] { 0, 10, 20, 30, 40 })
        {
            history = Look(history, 'a', First.AddMinutes(minutes)).History;
        }

        var later = Look(history, 'a', First.AddDays(3)).History;

        Assert.Equal((1, 2, LinkHealth.Unsure), (history.Failures, later.Failures, later.Class));
    }

    [Fact]
    public void The_new_address_is_kept_while_it_is_the_class_and_not_longer()
    {
        Assert.Equal("https://portal.example/m", Play("mm").History.MovedTo);
        Assert.Equal("https://portal.example/m", Play("mmn").History.MovedTo);
        Assert.Equal("https://portal.example/n", Play("mmnn").History.MovedTo);
        Assert.Null(Play("mmo").History.MovedTo);
    }

    [Fact]
    public void A_class_keeps_the_day_since_when_it_stands()
    {
        Assert.Equal(First, Play("oooo").History.Since);
        Assert.Equal(First.AddDays(4), Play("oaaaaaa").History.Since);
        Assert.Equal(First.AddDays(1), Play("oaaaaaa").History.FirstFailureAt);
    }

    private static LinkJudgement Play(string nights)
    {
        var judged = new LinkJudgement("portal.1", LinkHistory.None, First);
        for (var night = 0; night < nights.Length; night++)
        {
            judged = nights[night] == '.' ? judged : Look(judged.History, nights[night], First.AddDays(night));
        }

        return judged;
    }

    private static LinkJudgement Look(LinkHistory history, char letter, DateTimeOffset at)
    {
        var link = Sample.Link(history);
        return LinkJudge.Judge(
            letter switch
            {
                'o' => new LinkLook(link, LinkSight.Answers) { Status = 200 },
                'a' => new LinkLook(link, LinkSight.Absent, "Absent.") { Status = 404 },
                's' => new LinkLook(link, LinkSight.Silent, "Silent."),
                'b' => new LinkLook(link, LinkSight.Blocked, "Blocked.") { Status = 403 },
                'u' => new LinkLook(link, LinkSight.Unclear, "Unclear.") { Status = 503 },
                't' => new LinkLook(link, LinkSight.Unclear, "No answer."),
                'm' or 'n' => new LinkLook(link, LinkSight.Moved) { Status = 200, SeenAddress = $"https://portal.example/{letter}" },
                _ => throw new ArgumentOutOfRangeException(nameof(letter)),
            },
            at);
    }
}
