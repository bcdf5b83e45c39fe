using System.Net;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>Verdicts by the buttons of plain forms, each with its undo.</summary>
public sealed class DeskVerdictTests
{
    private const string Course = "prometheus.DC101";

    [Theory]
    [InlineData("confirm 1.2", null, "1.2 librarian")]
    [InlineData("reject 1.2", null, "-1.2")]
    [InlineData("add", "4.1", "4.1 librarian")]
    [InlineData("correct 1.2", "5.2", "-1.2 5.2 librarian")]
    [InlineData("primary 1.1", null, "primary 1.1")]
    [InlineData("level advanced", null, "level advanced")]
    [InlineData("none", null, "nothing")]
    [InlineData("hide", null, "gone")]
    public async Task One_press_says_it_and_one_press_takes_it_back(string button, string? competence, string expected)
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        var before = Wire(await desk.CourseAsync(Course));
        await librarian.OpenAsync($"/desk/course?id={Course}");
        if (competence is not null)
            librarian.Fill("competence", competence);

        await librarian.PressAsync(button);

        Assert.Equal(HttpStatusCode.OK, librarian.Status);
        Assert.StartsWith($"/desk/course?id={Course}&done=", librarian.Address, StringComparison.Ordinal);
        Assert.Contains("Записано", librarian.Words, StringComparison.Ordinal);
        Holds(await desk.CourseAsync(Course), expected);
        var said = await desk.Part<VerdictLedger>().ListAsync(new(Course), default);
        Assert.All(said, verdict => Assert.Equal("Читальна зала", verdict.By));

        await librarian.PressAsync("Скасувати");
        Assert.Contains("Скасовано", librarian.Words, StringComparison.Ordinal);
        Assert.Equal(before, Wire(await desk.CourseAsync(Course)));
        Assert.All(await desk.Part<VerdictLedger>().ListAsync(new(Course), default), verdict => Assert.Equal("Читальна зала", verdict.WithdrawnBy));
    }

    [Fact]
    public async Task A_field_is_set_and_unset_with_a_note_and_what_does_not_fit_is_said()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync($"/desk/course?id={Course}");
        librarian.Fill("field", "price");
        librarian.Fill("value", "paid");
        librarian.Fill("note", "Бачила на порталі");

        await librarian.PressAsync("set");
        Assert.Equal(Price.Paid, (await desk.CourseAsync(Course))!.Course.Price);
        Assert.Contains("Бачила на порталі", librarian.Words, StringComparison.Ordinal);

        librarian.Fill("field", "title");
        librarian.Fill("value", "");
        await librarian.PressAsync("set");
        Assert.Equal(HttpStatusCode.BadRequest, librarian.Status);
        Assert.Contains("cannot be", librarian.Words, StringComparison.Ordinal);

        librarian.Fill("field", "level");
        librarian.Fill("value", "[broken");
        await librarian.PressAsync("set");
        Assert.Equal(HttpStatusCode.BadRequest, librarian.Status);
        Assert.Single(await desk.Part<VerdictLedger>().ListAsync(new(Course), default));
    }

    [Fact]
    public async Task The_queue_is_worked_off_from_the_queue_and_everything_stands_in_the_history()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/queue");
        var waiting = librarian.Page.QuerySelectorAll(".hit h2").Length;
        Assert.True(waiting > 0);
        var title = librarian.Page.QuerySelector(".hit h2")!.TextContent;

        await librarian.PressAsync("right");
        Assert.StartsWith("/desk/queue?done=", librarian.Address, StringComparison.Ordinal);
        Assert.Equal(waiting - 1, librarian.Page.QuerySelectorAll(".hit h2").Length);
        Assert.DoesNotContain(title, librarian.Page.QuerySelectorAll(".hit h2").Select(one => one.TextContent));

        await librarian.OpenAsync("/desk/history");
        Assert.Contains("правильні саме ці", librarian.Words, StringComparison.Ordinal);
        await librarian.PressAsync("Скасувати");
        Assert.StartsWith("/desk/history?undone=", librarian.Address, StringComparison.Ordinal);
        await librarian.OpenAsync("/desk/queue");
        Assert.Equal(waiting, librarian.Page.QuerySelectorAll(".hit h2").Length);
        await librarian.OpenAsync("/desk/history?by=%D0%86%D0%BD%D1%88%D0%B0");
        Assert.Contains("Ще нічого", librarian.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_course_is_found_at_the_desk_and_brought_back()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync($"/desk/course?id={Course}");
        await librarian.PressAsync("hide");

        await librarian.OpenAsync($"/desk/course?id={Uri.EscapeDataString($"https://courses.example/courses/{Course}?lang=en")}");
        Assert.Contains("Курс приховано", librarian.Words, StringComparison.Ordinal);
        await librarian.PressAsync("Скасувати");

        Assert.NotNull(await desk.CourseAsync(Course));
        await librarian.OpenAsync("/desk/course?id=медіаграмотність");
        Assert.Contains("Медіаграмотність для громадян", librarian.Words, StringComparison.Ordinal);
    }

    private static void Holds(CatalogCourse? course, string expected)
    {
        if (expected == "gone")
        {
            Assert.Null(course);
            return;
        }

        var codes = course!.Tagging.Competences.ToDictionary(one => one.Code);
        switch (expected)
        {
            case "nothing": Assert.Empty(codes); break;
            case "primary 1.1": Assert.Equal("1.1", course.Tagging.Primary); break;
            case "level advanced": Assert.Equal(Level.Advanced, course.Level); break;
            default:
                if (expected.StartsWith('-'))
                    Assert.DoesNotContain("1.2", codes.Keys);
                if (expected.EndsWith("librarian", StringComparison.Ordinal))
                    Assert.Contains(codes[expected.Split(' ')[^2]].Evidence, evidence => evidence.Kind == EvidenceKind.Librarian);
                break;
        }
    }

    private static string Wire(CatalogCourse? course) => System.Text.Json.JsonSerializer.Serialize(course! with { LastChanged = SampleCourses.Seen }, Catalog.Courses.Wire.Json);
}
