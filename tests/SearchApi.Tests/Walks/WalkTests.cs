using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Paths;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Walks;

/// <summary>Whole visits, from the first page to the paper in the hand, over a real ledger and index and without scripts.</summary>
public sealed class WalkTests
{
    [Fact]
    public async Task A_pensioner_afraid_of_fraud_leaves_with_a_course_on_paper_and_a_place_that_helps()
    {
        await using var real = await RealSite.StartAsync(PathCourses.All);
        await real.Site.Services.GetRequiredService<HelpPlaceLedger>().ReplaceAsync([new("Хаб «Вигаданий»", PlaceKind.Hub) { Town = "Полтава", Lat = 49.6, Lon = 34.5, Mentor = Tutor.Yes }, new("Читальня", PlaceKind.Library) { Town = "Полтава", Mentor = Tutor.No }], default);
        var reader = new Reader(real.Site.Client);

        await reader.OpenAsync("/");
        await reader.FollowAsync("Мій шлях");
        reader.Fill("#check ~ form", "s4.2", "n");
        reader.Fill("#check ~ form", "s4.1", "n");
        reader.Fill("#check ~ form", "s1.2", "f");
        reader.Fill("#check ~ form", "free", "yes");
        reader.Fill("#check ~ form", "first", "4");
        await reader.PressAsync("#check ~ form");
        Assert.Contains("Ви хочете почати з цього", reader.Page.QuerySelector(".steps li")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Зниклий курс", reader.Page.Body!.TextContent, StringComparison.Ordinal);

        reader.Fill("form[action='/places']", "near", "Полтава");
        var steps = reader.Page;
        await reader.PressAsync("form[action='/places']");
        Assert.Equal(["Хаб «Вигаданий»"], reader.Page.QuerySelectorAll(".hits h3").Select(place => place.TextContent));

        await reader.OpenAsync(steps.Links.First(link => link.TextContent.Contains("шахраїв", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("безкоштовно", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await reader.PressOutsideAsync("add");
        await reader.FollowAsync("Ваш список: 1 курс");
        reader.Fill("form.listing", "name", "Для пані Олени");
        reader.Fill("form.listing", "note-0", "Почати у вівторок разом");
        await reader.PressAsync("form.listing", "keep");
        await reader.OpenAsync(reader.Page.QuerySelector("section[aria-labelledby=share] a")!.GetAttribute("href")!);
        await reader.FollowAsync("A5");

        Assert.Contains("/lists/", reader.Address, StringComparison.Ordinal);
        Assert.Equal("Для пані Олени", reader.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Почати у вівторок разом", reader.Page.QuerySelector(".taken .note")!.TextContent);
        Assert.NotNull(reader.Page.QuerySelector("svg.qr"));
        Assert.Contains("/lists/", reader.Page.QuerySelector(".where p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_with_Digigram_B1_gets_the_next_level_shares_levels_only_and_sees_the_progress()
    {
        await using var real = await RealSite.StartAsync(PathCourses.All);
        var reader = new Reader(real.Site.Client);

        await reader.OpenAsync("/path");
        reader.Fill("#digigram ~ form", "level", "B1");
        reader.Fill("#digigram ~ form", "p4", "6");
        reader.Fill("#digigram ~ form", "certificate", "yes");
        reader.Fill("#digigram ~ form", "language", "uk");
        await reader.PressAsync("#digigram ~ form");
        var first = reader.Page.QuerySelector(".steps li")!;
        Assert.Equal("4", first.QuerySelector("h2 b")!.TextContent);
        Assert.Contains("6 з 15 балів, рівень B1; далі – B2", first.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Безпека пристроїв: наступний рівень", first.QuerySelector("li a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("саме ваш наступний крок", first.TextContent, StringComparison.Ordinal);

        var path = reader.Page;
        await reader.FollowAsync("можна поділитися");
        Assert.Equal("/path/shared?levels=0B1.1B1.2B1.3B1.4B1.5B1", reader.Address);
        Assert.DoesNotContain("балів", reader.Page.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);

        await reader.PressAsync("form[action='/path']");
        reader.Fill("#digigram ~ form", "p4", "13");
        reader.Fill("#digigram ~ form", "level", "B1");
        await reader.PressAsync("#digigram ~ form");
        Assert.Contains("Безпека у цифровому середовищі: B1 → C2", reader.Page.QuerySelector("section[aria-labelledby=progress]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(path.QuerySelector(".steps h2 b")!.TextContent, reader.Page.QuerySelector(".steps h2 b")!.TextContent);
    }
}
