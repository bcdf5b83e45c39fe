using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Tasks;

/// <summary>The main task of each page, as a visit.</summary>
internal static class PageTasks
{
    public static IReadOnlyDictionary<string, Func<RunningDemo, Visit, Task>> All { get; } = new Dictionary<string, Func<RunningDemo, Visit, Task>>
    {
        ["start: write and search"] = SearchAsync,
        ["start: pick an area"] = AreaAsync,
        ["search: narrow and widen again"] = NarrowAsync,
        ["search: see why"] = WhyAsync,
        ["empty: drop the words"] = EmptyAsync,
        ["course: take it along"] = TakeAsync,
        ["course: cite and code"] = CiteAsync,
        ["competences: open one in the national framework"] = CompetenceAsync,
        ["coverage: look behind a number"] = CoverageAsync,
        ["path: answer and see the way"] = PathAsync,
        ["places: the nearest with a mentor"] = PlacesAsync,
        ["list: name it and change the order"] = ListAsync,
        ["list: keep it, share it, remove it"] = KeepAsync,
        ["sources: down to a run"] = SourcesAsync,
        ["api: open an example"] = ApiAsync,
        ["help: try an example"] = HelpAsync,
        ["widget: search in it"] = WidgetAsync,
        ["desk: judge a doubtful competence and take it back"] = JudgeAsync,
        ["desk: try synonyms"] = SynonymsAsync,
    };

    private static async Task SearchAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/");
        await visit.WriteAsync(visit.Page.Locator("#q"), "медіаграмотність");
        await visit.PressAsync(visit.Button("Шукати"));
        await visit.SeesAsync(visit.Page.Locator("#found", new() { HasTextRegex = new("Знайдено [1-9]") }));
        await visit.SeesAsync(visit.Page.Locator(".hits mark"));
    }

    private static async Task AreaAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/");
        await visit.PressAsync(visit.Page.Locator(".tiles a[href='/?area=4']"));
        await visit.SeesAsync(visit.Page.Locator(".chosen a", new() { HasTextString = "Безпека" }));
    }

    private static async Task NarrowAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/?q=безпека");
        var before = await CountAsync(visit);
        await visit.TickAsync(visit.Page.Locator("input[name=price][value=free]"));
        await visit.PressAsync(visit.Button("Застосувати"));
        var chip = visit.Page.Locator(".chosen a").First;
        await visit.SeesAsync(chip);
        Assert.InRange(await CountAsync(visit), 1, before - 1);
        await visit.PressAsync(chip);
        await visit.Page.WaitForURLAsync(address => !address.Contains("price", StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync(visit));
    }

    private static async Task WhyAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/?q=безпека");
        await visit.UnfoldAsync(visit.Page.Locator(".why summary").First);
        await visit.SeesAsync(visit.Page.Locator(".why dd", new() { HasTextString = "у полі" }));
    }

    private static async Task EmptyAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/?q=риболовля&level=advanced");
        await visit.SeesAsync("Нічого не знайдено");
        await visit.PressAsync(visit.Link("Шукати без слів"));
        await visit.SeesAsync(visit.Page.Locator(".hits h3"));
    }

    private static async Task TakeAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync($"/courses/{demo.Course}");
        await visit.PressAsync(visit.Button("Додати до списку"));
        await visit.SeesAsync("Цей курс у вашому списку.");
        await visit.PressAsync(visit.Link("Ваш список: 1 курс"));
        await visit.SeesAsync(visit.Page.Locator(".listing h2 a"));
    }

    private static async Task CiteAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync($"/courses/{demo.Course}");
        await visit.UnfoldAsync(visit.Page.Locator("summary", new() { HasTextString = "Послатися" }));
        await visit.SeesAsync(visit.Page.Locator(".cite", new() { HasTextString = "дата звернення" }));
        await visit.UnfoldAsync(visit.Page.Locator("summary", new() { HasTextString = "QR-код" }));
        await visit.SeesAsync(visit.Page.Locator("svg.qr"));
    }

    private static async Task CompetenceAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/competences");
        await visit.PressAsync(visit.Link("Рамка цифрової компетентності"));
        await visit.SeesAsync("Основи комп’ютерної грамотності");
        await visit.PressAsync(visit.Page.Locator(".area .plain > li > a", new() { HasTextString = "4." }).First);
        await visit.SeesAsync(visit.Page.Locator(".chosen a"));
    }

    private static async Task CoverageAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/coverage");
        var cell = visit.Page.Locator(".heat td a").First;
        var number = int.Parse(await cell.InnerTextAsync(), CultureInfo.InvariantCulture);
        await visit.PressAsync(cell);
        await visit.SeesAsync(visit.Page.Locator(".chosen a"));
        Assert.Equal(number, await CountAsync(visit));
    }

    private static async Task PathAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/path");
        await visit.TickAsync(visit.Page.Locator("input[name='s4.2'][value=n]"));
        await visit.TickAsync(visit.Page.Locator("#check ~ form input[name=free]"));
        await visit.PressAsync(visit.Page.Locator("#check ~ form button"));
        await visit.SeesAsync(visit.Page.Locator(".steps a"));
        await visit.SeesAsync("Відповіді не збережено.");
    }

    private static async Task PlacesAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/places");
        await visit.WriteAsync(visit.Page.Locator("#near"), "Полтава");
        await visit.ChooseAsync(visit.Page.Locator("select[name=mentor]"), "yes");
        await visit.PressAsync(visit.Button("Показати"));
        await visit.SeesAsync(visit.Page.Locator(".hit strong", new() { HasTextString = "км" }));
    }

    private static async Task ListAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync($"/list?list={demo.List}");
        var second = await visit.Page.Locator(".listing h2").Nth(1).InnerTextAsync();
        await visit.WriteAsync(visit.Page.Locator("input[name=name]"), "Десять вечорів");
        await visit.PressAsync(visit.Button("Зберегти зміни"));
        await visit.SeesAsync(visit.Page.Locator("h1", new() { HasTextString = "Десять вечорів" }));
        await visit.PressAsync(visit.Button("Вище"));
        await visit.SeesAsync(visit.Page.Locator(".listing li:first-child h2", new() { HasTextString = second }));
    }

    private static async Task KeepAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync($"/list?list={demo.List}");
        await visit.PressAsync(visit.Button("Зберегти на сервері"));
        await visit.SeesAsync("Це таємна адреса");
        var shared = await visit.Page.Locator("section[aria-labelledby=share] a").First.GetAttributeAsync("href");
        Assert.Matches("^/lists/[^?]+$", shared!);
        await visit.PressAsync(visit.Button("Видалити список назавжди"));
        await visit.SeesAsync("Список порожній");
    }

    private static async Task SourcesAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/sources");
        await visit.PressAsync(visit.Page.Locator($"th a[href='/sources/{demo.Source}']"));
        await visit.SeesAsync("Повнота описів");
        await visit.PressAsync(visit.Page.Locator("table a").First);
        await visit.SeesAsync(visit.Page.Locator("h1", new() { HasTextRegex = new("Збір № [0-9]+") }));
    }

    private static async Task ApiAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/api");
        await visit.UnfoldAsync(visit.Page.Locator("summary", new() { HasTextString = "Приклади" }).First);
        await visit.SeesAsync(visit.Page.Locator(".api article pre"));
    }

    private static async Task HelpAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/help");
        await visit.PressAsync(visit.Link("безпека дітей в інтернеті"));
        await visit.SeesAsync(visit.Page.Locator(".hits h3"));
    }

    private static async Task WidgetAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/widget?view=search");
        await visit.WriteAsync(visit.Page.Locator("#q"), "таблиці");
        await visit.PressAsync(visit.Button("Шукати"));
        await visit.SeesAsync(visit.Page.Locator(".hits h2 a"));
    }

    private static async Task JudgeAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/desk/queue");
        var course = await visit.Page.Locator(".hits h2 a").First.InnerTextAsync();
        await visit.PressAsync(visit.Page.Locator(".verdict button[value^=confirm]").First);
        await visit.SeesAsync(visit.Page.Locator("[role=status]", new() { HasTextString = "Записано" }));
        await visit.PressAsync(visit.Button("Скасувати"));
        await visit.SeesAsync(visit.Page.Locator("[role=status]", new() { HasTextString = "Скасовано" }));
        await visit.SeesAsync(visit.Page.Locator(".hits h2 a", new() { HasTextString = course }));
    }

    private static async Task SynonymsAsync(RunningDemo demo, Visit visit)
    {
        await visit.OpenAsync("/desk/synonyms");
        await visit.WriteAsync(visit.Page.Locator("textarea"), "смартфон, розумний телефон");
        await visit.PressAsync(visit.Page.Locator("button[value=try]"));
        await visit.SeesAsync(visit.Page.Locator("textarea", new() { HasTextString = "розумний телефон" }));
        Assert.Equal(0, await visit.Page.Locator("[role=alert]").CountAsync());
    }

    /// <summary>The number in the heading of the results.</summary>
    private static async Task<int> CountAsync(Visit visit) =>
        int.Parse(Regex.Match(await visit.Page.Locator("#found").InnerTextAsync(), "[0-9]+").Value, CultureInfo.InvariantCulture);
}
