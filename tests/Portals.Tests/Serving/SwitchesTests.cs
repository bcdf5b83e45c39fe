using System.Net;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Moodle;
using DcCourseIndex.Portals.OpenEdx;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Tests.Serving;

/// <summary>A portal misbehaves as its switches say, and tells what it was asked.</summary>
public sealed class SwitchesTests
{
    private static readonly InventedCourse[] Courses = [new() { Id = "2", Name = "Вигаданий курс" }];

    [Fact]
    public async Task A_gate_holds_answers_until_it_is_opened()
    {
        await using var portal = await MoodlePortal.StartAsync(Courses);
        using var visitor = new Visitor(portal);
        var gate = new Gate();
        portal.Switches.Delay = gate.PassAsync;
        var asked = visitor.ReadAsync("/course/info.php?id=2");
        Assert.Equal("/course/info.php", (await gate.Reached).Path);
        Assert.False(asked.IsCompleted);
        gate.Open();
        Assert.Contains("Вигаданий курс", await asked);
    }

    [Fact]
    public async Task Requests_fail_from_the_chosen_one_on_and_for_as_many_as_said()
    {
        await using var portal = await MoodlePortal.StartAsync(Courses);
        using var visitor = new Visitor(portal);
        portal.Switches.FailFrom(2, 503, count: 1, retryAfter: "7");
        Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync("/")).StatusCode);
        var failed = await visitor.AskAsync("/");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "7"), (failed.StatusCode, failed.Headers.RetryAfter?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Lists_can_turn_into_a_login_page_with_status_200()
    {
        await using var portal = await MoodlePortal.StartAsync(Courses);
        using var visitor = new Visitor(portal);
        portal.Switches.LoginPageInsteadOfLists = true;
        Assert.Contains("type=\"password\"", await visitor.ReadAsync("/course/index.php?categoryid=1"));
    }

    [Fact]
    public async Task A_truncated_answer_is_half_of_the_whole_one()
    {
        await using var portal = await OpenEdxPortal.StartAsync([new() { Id = "course-v1:A+B+C", Name = "Вигаданий курс" }]);
        using var visitor = new Visitor(portal);
        var whole = await (await visitor.AskAsync("/api/courses/v1/courses/")).Content.ReadAsByteArrayAsync();
        portal.Switches.Truncate = true;
        var half = await (await visitor.AskAsync("/api/courses/v1/courses/")).Content.ReadAsByteArrayAsync();
        Assert.Equal(whole[..(whole.Length / 2)], half);
    }

    [Fact]
    public async Task Requests_are_kept_in_order_with_their_parameters()
    {
        await using var portal = await MoodlePortal.StartAsync(Courses);
        using var visitor = new Visitor(portal);
        await visitor.ReadAsync("/course/index.php?categoryid=1&page=2");
        await visitor.PostAsync("/course/category.ajax.php", "type=1&courseid=2");
        Assert.Equal([1, 2], portal.Requests.Select(request => request.Number));
        Assert.Equal("2", portal.Requests[0].Query["page"]);
        Assert.Equal("2", portal.Requests[1].Form["courseid"]);
    }

    [Fact]
    public async Task A_portal_can_change_between_two_visits()
    {
        await using var portal = await MoodlePortal.StartAsync([.. Courses, new() { Id = "3", Name = "Другий" }, new() { Id = "4", Name = "Третій" }]);
        using var visitor = new Visitor(portal);
        portal.Courses.Rename("2", "Нова назва");
        portal.Courses.Hide("3");
        portal.Courses.Remove("4");
        portal.Courses.Add(new() { Id = "5", Name = "Доданий" });
        var page = await visitor.ReadAsync("/");
        Assert.Contains("Нова назва", page);
        Assert.Contains("Доданий", page);
        Assert.DoesNotContain("Другий", page);
        Assert.DoesNotContain("Третій", page);
    }
}
