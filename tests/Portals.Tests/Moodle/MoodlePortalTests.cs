using System.Net;
using System.Text.Json;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Portals.Tests.Moodle;

/// <summary>The invented Moodle keeps to the facts that were seen on real ones.</summary>
public sealed class MoodlePortalTests
{
    [Theory]
    [InlineData(MoodleVersion.Moodle311, "fa-unlock-alt", "fa-key")]
    [InlineData(MoodleVersion.Moodle45, "fa-lock-open", "fa-lock ")]
    public async Task Guest_access_shows_as_the_icon_of_the_release(MoodleVersion version, string open, string key)
    {
        await using var portal = await MoodlePortal.StartAsync([new() { Id = "2", Name = "А", Guest = "open" }, new() { Id = "3", Name = "Б", Guest = "key" }, new() { Id = "4", Name = "В", Self = "open" }], new() { Version = version });
        using var visitor = new Visitor(portal);
        Assert.Contains(open, await visitor.ReadAsync("/course/info.php?id=2"));
        Assert.Contains(key, await visitor.ReadAsync("/course/info.php?id=3"));
        Assert.DoesNotContain("enrolmenticons", await visitor.ReadAsync("/course/info.php?id=4"));
    }

    [Fact]
    public async Task A_large_category_is_collapsed_and_its_summaries_are_asked_for_one_by_one()
    {
        await using var portal = await MoodlePortal.StartAsync(Enumerable.Range(2, 25).Select(Numbered));
        using var visitor = new Visitor(portal);
        var page = await visitor.ReadAsync("/course/index.php?categoryid=1");
        Assert.Contains("collapsed\" data-courseid=\"26\"", page);
        Assert.DoesNotContain("Опис 26", page);
        var contents = JsonSerializer.Deserialize<string>(await visitor.PostAsync("/course/category.ajax.php", "courseid=26&type=1"));
        Assert.Contains("Опис 26", contents);
    }

    [Theory]
    [InlineData("&perpage=20&page=0", 20)]
    [InlineData("&perpage=20&page=1", 5)]
    [InlineData("&perpage=20&page=2", 0)]
    [InlineData("&perpage=all", 25)]
    public async Task Pages_count_from_zero_and_are_empty_beyond_the_end(string parameters, int expected)
    {
        await using var portal = await MoodlePortal.StartAsync(Enumerable.Range(2, 25).Select(Numbered));
        using var visitor = new Visitor(portal);
        var page = await visitor.ReadAsync($"/course/index.php?categoryid=1&browse=courses{parameters}");
        Assert.Equal(expected, page.Split("data-courseid=").Length - 1);
    }

    [Fact]
    public async Task A_hidden_course_is_404_and_a_course_itself_leads_to_the_login()
    {
        await using var portal = await MoodlePortal.StartAsync([new() { Id = "2", Name = "А", Hidden = true }]);
        using var visitor = new Visitor(portal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync("/course/info.php?id=2")).StatusCode);
        var view = await visitor.AskAsync("/course/view.php?id=2");
        Assert.Equal((HttpStatusCode.SeeOther, "/login/index.php"), (view.StatusCode, view.Headers.Location!.AbsolutePath));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync("/course/view.php?id=9")).StatusCode);
    }

    [Fact]
    public async Task A_search_marks_what_it_found_and_names_the_category()
    {
        await using var portal = await MoodlePortal.StartAsync([new() { Id = "2", Name = "Комп'ютерна графіка" }, new() { Id = "3", Name = "Компʼютерна мережа" }]);
        using var visitor = new Visitor(portal);
        var page = await visitor.ReadAsync("/course/search.php?search=комп'ютер&perpage=all");
        Assert.Contains("<span class=\"highlight\">Комп'ютер</span>на графіка", page);
        Assert.Contains("coursecat", page);
        Assert.DoesNotContain("data-courseid=\"3\"", page);
    }

    [Fact]
    public async Task Web_services_answer_errors_with_status_200()
    {
        await using var portal = await MoodlePortal.StartAsync([new() { Id = "2", Name = "А & Б" }], new() { Token = "invented" });
        using var visitor = new Visitor(portal);
        const string Call = "/webservice/rest/server.php?moodlewsrestformat=json&wsfunction=core_course_get_courses_by_field";
        using var wrong = JsonDocument.Parse(await visitor.ReadAsync($"{Call}&wstoken=other"));
        Assert.Equal("invalidtoken", wrong.RootElement.GetProperty("errorcode").GetString());
        using var right = JsonDocument.Parse(await visitor.ReadAsync($"{Call}&wstoken=invented"));
        var courses = right.RootElement.GetProperty("courses");
        Assert.Equal([1, 2], courses.EnumerateArray().Select(course => course.GetProperty("id").GetInt32()));
        Assert.Equal("А &amp; Б", courses[1].GetProperty("fullname").GetString());
    }

    [Fact]
    public async Task A_multilang_name_comes_glued_where_the_filter_is_off()
    {
        InventedCourse course = new() { Id = "2", Name = """<span lang="uk" class="multilang">Хмара</span><span lang="en" class="multilang">Cloud</span>""" };
        await using var on = await MoodlePortal.StartAsync([course]);
        await using var off = await MoodlePortal.StartAsync([course], new() { MultilangFilter = false });
        using var first = new Visitor(on);
        using var second = new Visitor(off);
        Assert.Contains(">Хмара</a>", await first.ReadAsync("/course/info.php?id=2"));
        Assert.Contains(">ХмараCloud</a>", await second.ReadAsync("/course/info.php?id=2"));
    }

    private static InventedCourse Numbered(int id) => new() { Id = $"{id}", Name = $"Курс {id}", Summary = $"<p>Опис {id}</p>" };
}
