using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Walks;

/// <summary>The five walks of docs/walks.md, in Chromium at the running demo.</summary>
[Collection(DemoGroup.Name)]
public sealed class WalkTests(RunningDemo demo)
{
    [PageTheory]
    [InlineData(Way.Mouse, 320)]
    [InlineData(Way.Keyboard, 1280)]
    [InlineData(Way.Plain, 768)]
    public async Task A_pensioner_afraid_of_fraud_leaves_with_courses_on_paper_and_a_place_that_helps(Way way, int width)
    {
        await using var visit = await Visit.BeginAsync(demo, way, width);
        await visit.OpenAsync("/");
        await visit.PressAsync(visit.Link("Не знаєте, з чого почати?"));
        await visit.TickAsync(visit.Page.Locator("input[name='s4.1'][value=f]"));
        await visit.TickAsync(visit.Page.Locator("input[name='s4.2'][value=n]"));
        await visit.TickAsync(visit.Page.Locator("#check ~ form input[name=free]"));
        await visit.ChooseAsync(visit.Page.Locator("#check ~ form select[name=first]"), "4");
        await visit.PressAsync(visit.Page.Locator("#check ~ form button"));
        await visit.SeesAsync("Ви хочете почати з цього");
        await visit.PictureAsync($"walk-pensioner-path-{width}");

        await visit.WriteAsync(visit.Page.Locator("#near"), "Полтава");
        await visit.PressToNewTabAsync(visit.Button("Показати"));
        await visit.SeesAsync(visit.Page.Locator(".hit strong", new() { HasTextString = "км" }));
        await visit.SeesAsync("є наставник");
        await visit.CloseTabAsync();

        await visit.PressToNewTabAsync(visit.Page.Locator(".steps a", new() { HasTextRegex = new("шахра") }).First);
        await visit.SeesAsync(visit.Page.Locator("dl.facts", new() { HasTextString = "безкоштовно" }));
        await visit.CloseTabAsync();

        await visit.PressToNewTabAsync(visit.Link("Зібрати ці курси у список"));
        await visit.WriteAsync(visit.Page.Locator("input[name=name]"), "Для пані Олени");
        await visit.WriteAsync(visit.Page.Locator("input[name=note-0]"), "Почати у вівторок разом");
        await visit.PressAsync(visit.Button("Зберегти на сервері"));
        await visit.PressAsync(visit.Page.Locator("section[aria-labelledby=share] a").First);
        await visit.PressAsync(visit.Link("A4"));
        await visit.SeesAsync(visit.Page.Locator("h1", new() { HasTextString = "Для пані Олени" }));
        await visit.SeesAsync("Почати у вівторок разом");
        await visit.SeesAsync(visit.Page.Locator("svg.qr"));
        Assert.Matches(@"/lists/\w+", await visit.Page.Locator(".where p").InnerTextAsync());
        await visit.PictureAsync($"walk-pensioner-paper-{width}");
        Assert.Empty(visit.Complaints);
    }

    [PageTheory]
    [InlineData(Way.Mouse, 1280)]
    [InlineData(Way.Keyboard, 768)]
    [InlineData(Way.Plain, 320)]
    public async Task A_teacher_finds_a_course_on_artificial_intelligence_with_a_certificate_and_cites_it(Way way, int width)
    {
        await using var visit = await Visit.BeginAsync(demo, way, width);
        await visit.OpenAsync("/");
        await visit.WriteAsync(visit.Page.Locator("#q"), "штучний інтелект");
        await visit.PressAsync(visit.Button("Шукати"));
        await visit.SeesAsync(visit.Page.Locator(".hits mark"));
        await visit.UnfoldAsync(visit.Page.Locator(".filters summary", new() { HasTextString = "Документ" }));
        await visit.TickAsync(visit.Page.Locator("input[name=credential][value=certificate]"));
        await visit.PressAsync(visit.Button("Застосувати"));
        await visit.SeesAsync(visit.Page.Locator(".chosen a", new() { HasTextString = "сертифікат" }));
        foreach (var facts in await visit.Page.Locator(".hit ul.facts").AllInnerTextsAsync())
            Assert.Contains("сертифікат", facts, StringComparison.Ordinal);
        await visit.PictureAsync($"walk-teacher-found-{width}");

        await visit.PressAsync(visit.Page.Locator(".hits h3 a", new() { HasTextRegex = new("викладача") }).First);
        await visit.SeesAsync(visit.Page.Locator("dl.facts", new() { HasTextString = "сертифікат" }));
        await visit.UnfoldAsync(visit.Page.Locator("summary", new() { HasTextString = "Послатися" }));
        await visit.SeesAsync(visit.Page.Locator(".cite", new() { HasTextRegex = new(@"онлайн-курс / .+ URL: https?://\S+ \(дата звернення: \d\d\.\d\d\.\d{4}\)") }));
        await visit.SeesAsync(visit.Page.Locator("a.go"));
        await visit.PictureAsync($"walk-teacher-course-{width}");
        Assert.Empty(visit.Complaints);
    }

    [PageTheory]
    [InlineData(Way.Mouse, 768)]
    [InlineData(Way.Keyboard, 1280)]
    [InlineData(Way.Plain, 320)]
    public async Task A_coordinator_plans_ten_evenings_with_a_list_a_handout_and_a_sheet_for_the_group(Way way, int width)
    {
        await using var visit = await Visit.BeginAsync(demo, way, width);
        await visit.OpenAsync("/path");
        await visit.PressAsync(visit.Link("Аркуш для групи"));
        Assert.Equal(12, await visit.Page.Locator(".sheet tbody tr").CountAsync());
        await visit.PictureAsync($"walk-coordinator-sheet-{width}");

        await visit.OpenAsync("/?area=4&level=foundation");
        var chosen = new List<string?>();
        for (var evening = 1; evening <= 5; evening++)
        {
            chosen.Add(await visit.Page.Locator(".hit button[form=add]").First.GetAttributeAsync("value"));
            await visit.PressAsync(visit.Page.Locator(".hit button[form=add]").First);
            await visit.SeesAsync(visit.Page.Locator(".inhand", new() { HasTextString = $": {evening} " }));
        }

        // The other five were chosen last year and are kept in a file.
        var last = await demo.JsonAsync("/api/v1/courses?area=1&limit=20");
        await visit.PressAsync(visit.Page.Locator(".inhand a"));
        await visit.WriteAsync(visit.Page.Locator("textarea"), string.Join('\n', last.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).Except(chosen).Take(5)));
        await visit.WriteAsync(visit.Page.Locator("input[name=name]"), "Десять вечорів у хабі");
        await visit.PressAsync(visit.Button("Зберегти зміни"));
        await visit.SeesAsync(visit.Page.Locator("h1", new() { HasTextString = "Десять вечорів" }));
        Assert.Equal(10, await visit.Page.Locator(".listing .hit h2").CountAsync());
        for (var evening = 0; evening < 10; evening++)
            await visit.WriteAsync(visit.Page.Locator($"input[name=note-{evening}]"), $"Вечір {evening + 1}");
        await visit.PressAsync(visit.Button("Зберегти на сервері"));
        await visit.SeesAsync("Це таємна адреса");
        await visit.PictureAsync($"walk-coordinator-list-{width}");
        await visit.PressAsync(visit.Page.Locator("section[aria-labelledby=share] a").First);
        await visit.PressAsync(visit.Link("A4"));
        await visit.SeesAsync(visit.Page.Locator(".taken .note"));
        Assert.Equal(Enumerable.Range(1, 10).Select(evening => $"Вечір {evening}"), await visit.Page.Locator(".taken .note").AllInnerTextsAsync());
        await visit.PictureAsync($"walk-coordinator-paper-{width}");
        Assert.Empty(visit.Complaints);
    }

    [PageTheory]
    [InlineData(Way.Mouse, 1280)]
    [InlineData(Way.Keyboard, 320)]
    [InlineData(Way.Plain, 768)]
    public async Task A_student_with_Digigram_B1_gets_the_next_step_shares_the_levels_only_and_sees_the_difference_later(Way way, int width)
    {
        await using var visit = await Visit.BeginAsync(demo, way, width);
        await visit.OpenAsync("/");
        await visit.PressAsync(visit.Link("Мій шлях"));
        await visit.PressAsync(visit.Link("Маю результат Цифрограму"));
        await visit.WriteAsync(visit.Page.Locator("#digigram ~ form input[name=p4]"), "6");
        await visit.ChooseAsync(visit.Page.Locator("#digigram ~ form select[name=level]"), "B1");
        await visit.PressAsync(visit.Page.Locator("#digigram ~ form button"));
        await visit.SeesAsync("6 з 15 балів, рівень B1; далі – B2");
        await visit.PictureAsync($"walk-student-path-{width}");

        var path = visit.Page.Url;
        Assert.EndsWith("/path", path, StringComparison.Ordinal);
        await visit.PressAsync(visit.Link("Відкрити адресу, якою можна поділитися"));
        await visit.SeesAsync("В адресі записано лише рівні");
        Assert.DoesNotContain("6", new Uri(visit.Page.Url).Query, StringComparison.Ordinal);

        await visit.PressAsync(visit.Button("Пройти ще раз і порівняти"));
        await visit.WriteAsync(visit.Page.Locator("#digigram ~ form input[name=p4]"), "13");
        await visit.ChooseAsync(visit.Page.Locator("#digigram ~ form select[name=level]"), "B1");
        await visit.PressAsync(visit.Page.Locator("#digigram ~ form button"));
        await visit.SeesAsync(visit.Page.Locator("section[aria-labelledby=progress]", new() { HasTextString = "B1 → C2" }));
        await visit.PictureAsync($"walk-student-difference-{width}");
        Assert.Empty(visit.Complaints);
    }

    [PageFact]
    public async Task A_librarian_mends_a_wrong_tag_and_it_stays_after_the_next_harvest()
    {
        var key = await demo.VerbAsync("keys", "add", "--scope", "curate", "--name", "Оксана");
        var course = (await demo.JsonAsync("/api/v1/courses?competence=5.1&source=gum&limit=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        await using var visit = await Visit.BeginAsync(demo);
        await visit.OpenAsync($"/courses/{course}");
        var tag = visit.Page.Locator(".reasons a[href*='competence=5.1']");
        await visit.SeesAsync(tag);
        await visit.SeesAsync(visit.Page.Locator(".reasons dd", new() { HasTextString = "у полі" }));

        await demo.JsonAsync("/api/v1/verdicts", key, new { course, verdict = "reject", competence = "5.1" });
        await visit.ReloadUntilAsync(async () => await tag.CountAsync() == 0);
        await visit.SeesAsync("Уточнив бібліотекар: компетентності");
        await demo.VerbAsync("harvest", "gum");

        await visit.OpenAsync($"/courses/{course}");
        Assert.Equal(0, await tag.CountAsync());
        await visit.SeesAsync("Уточнив бібліотекар: компетентності");
        var runs = await demo.JsonAsync("/api/v1/sources/gum/runs");
        Assert.Equal("promoted", runs.GetProperty("items")[0].GetProperty("state").GetString());
        Assert.True(runs.GetProperty("items").GetArrayLength() >= 2);
        await visit.PictureAsync("walk-librarian-course");
        Assert.Empty(visit.Complaints);
    }
}
