using System.Text.Encodings.Web;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Playwright;

namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>A librarian who has signed in at the demo's desk, where every room has something in it.</summary>
internal sealed record DeskWork(string SignedIn, long Portal)
{
    private static readonly JsonSerializerOptions Readable = new(Wire.Json) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<DeskWork> PrepareAsync(RunningDemo demo)
    {
        var key = (await demo.VerbAsync("keys", "add", "--scope", "curate", "--name", "Читальна зала")).Split('\n').Select(line => line.Trim()).Last(line => line.StartsWith("dci_", StringComparison.Ordinal));
        await HoldARunAsync(demo);
        var portal = await LookAtAPortalAsync(demo);
        await using var context = await demo.Browser.NewContextAsync(new() { BaseURL = demo.Base });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/desk");
        await page.Locator("input[name=key]").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Увійти" }).ClickAsync();
        await page.GotoAsync($"/courses/{demo.Course}/mistake");
        await page.Locator("input[name=kind]").First.CheckAsync();
        await page.Locator("textarea").FillAsync("Курс тепер платний, а тут написано «безкоштовно».");
        await page.Locator("main form button").ClickAsync();
        await page.GotoAsync($"/list?list={demo.List}");
        await page.Locator("button[value=keep]").ClickAsync();
        await page.GotoAsync($"/desk/course?id={demo.Course}");
        await page.Locator("button[value=right]").ClickAsync();
        await page.GotoAsync("/desk/duplicates");
        var courses = (await demo.JsonAsync("/api/v1/courses?area=1&limit=2&fields=id")).GetProperty("items");
        await page.Locator("input[name=one]").FillAsync(courses[0].GetProperty("id").GetString()!);
        await page.Locator("input[name=other]").FillAsync(courses[1].GetProperty("id").GetString()!);
        await page.Locator("button[value=join]").ClickAsync();
        return new(await context.StorageStateAsync(), portal);
    }

    /// <summary>Twenty courses, then two: too few to be believed.</summary>
    private static async Task HoldARunAsync(RunningDemo demo)
    {
        var folder = Directory.CreateTempSubdirectory("pages-shelf-").FullName;
        var file = Path.Combine(folder, "shelf.ndjson");
        foreach (var count in new[] { 20, 2 })
        {
            await File.WriteAllLinesAsync(file, Enumerable.Range(1, count).Select(number => JsonSerializer.Serialize(
                new { id = $"s{number}", title = $"Полиця {number}: перевіряємо новини (вигаданий)", url = $"https://shelf.example/{number}", summary = "Як відрізнити правду від вигадки в стрічці новин.", language = "uk" }, Readable)));
            await demo.TryVerbAsync("import", file, "--source", "shelf", "--complete", "--new");
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What the crawl role would answer for a portal that the demo cannot reach; the first answer stands.</summary>
    private static async Task<long> LookAtAPortalAsync(RunningDemo demo)
    {
        using var store = LedgerStore.Open(demo.Data, TimeProvider.System, LedgerStore.Demo);
        var requests = new WorkRequests(store, TimeProvider.System);
        var asked = await requests.PostAsync("new-source", JsonSerializer.Serialize(new { verb = "new-source", by = "Читальна зала", address = "https://courses.example.edu.ua/" }, Readable), CancellationToken.None);
        var proposal = new PortalProposal("courses-example", "https://courses.example.edu.ua/", 12)
        {
            FileText = "name: Курси вигаданого університету\nplatform: moodle\naddress: https://courses.example.edu.ua/\n",
            Courses = [.. Enumerable.Range(1, 10).Select(number => new PortalCourse($"Вигаданий курс {number}: захист даних", $"https://courses.example.edu.ua/{number}", "Паролі, оновлення і двоетапний вхід для початківців.", ["4.1", "4.2"]))],
            Answers = [new("moodle", "https://courses.example.edu.ua/course/index.php", "200", "a list of courses", 10), new("feed", "https://courses.example.edu.ua/feed", "404", "nothing", null)],
            Advice = ["Nobody has asked the owner of the portal yet; do it before the first harvest."],
        };
        await requests.AnswerAsync(asked.Id, JsonSerializer.Serialize(new { exitCode = 0, reports = Array.Empty<int>(), portal = proposal }, Wire.Json), 0, CancellationToken.None);
        return asked.Id;
    }
}
