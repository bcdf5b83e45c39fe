using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Harvesting;
using DcCourseIndex.Crawler.Tests.Sources;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Platforms.Recipe;

/// <summary>A portal that no code of the program knows, taken in by one file, over real HTTP and into a real catalogue.</summary>
public sealed class NewPortalTests
{
    [Fact]
    public async Task A_portal_that_no_code_knows_is_harvested_to_courses_by_one_file()
    {
        await using var portal = await LoopbackPortal.StartAsync(Answer);
        using var folder = new SourceFolder();
        folder.With("nova-hromada.yml", $$"""
            name: Нова громада (вигаданий портал)
            platform: recipe
            address: {{portal.Root}}
            allowPrivateAddress: true
            politeness: { delay: 0s }
            trusted: true
            recipe:
              list:
                at: /navchannia
                items: section.lesson
                page: { parameter: storinka }
                fields:
                  title: h2
                  url: { closest: "[data-link]", take: data-link }
                  subjects: .topics i
              detail:
                labels: { rows: table tr, name: th, value: td }
                fields:
                  summary: .about
                  workload: { label: Тривалість }
                  level: { label: Рівень }
                  price: { label: Вартість, words: { безкоштовно: free, грн: paid } }
                  credential: { label: Документ, words: { сертифікат: certificate } }
            """);
        var set = SourceFiles.Load(folder.Path, AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet());
        Assert.Empty(set.Problems);
        using var line = new CrawlLine();

        var report = await line.NightAsync(Assert.Single(set.Sources));

        Assert.Equal((HarvestEnd.Complete, 3, 3), (report.End, report.Found, report.New));
        var courses = await CoursesAsync(line);
        var data = courses["Цифрова безпека вдома (вигаданий курс)"];
        Assert.Equal(portal.At("/kurs/1").AbsoluteUri, data.Url);
        Assert.Equal("Як захистити паролі та особисті дані від шахраїв в інтернеті.", data.Summary);
        Assert.Equal(("PT6H", Level.Foundation, Price.Free, Credential.Certificate, "uk"), (data.Workload, data.Level, data.Price, data.Credential, data.Language));
        Assert.Equal(["Безпека", "Побут"], data.Subjects);
        Assert.Equal(Price.Paid, courses["Таблиці для громади (вигаданий курс)"].Price);
        Assert.Equal(["GET /navchannia", "GET /kurs/1", "GET /kurs/2", "GET /navchannia?storinka=2", "GET /kurs/3", "GET /navchannia?storinka=3"], portal.Asked);
    }

    private static async Task<Dictionary<string, Course>> CoursesAsync(CrawlLine line)
    {
        var courses = new Dictionary<string, Course>();
        foreach (var change in (await line.Catalog.ChangesAfterAsync(0, 100, CancellationToken.None)).Changes) courses[change.Course!.Course.Title] = change.Course.Course;
        return courses;
    }

    private static Task Answer(HttpContext context)
    {
        var body = $"{context.Request.Path}{context.Request.QueryString}" switch
        {
            "/navchannia" => Card(1, "Цифрова безпека вдома", "<i>Безпека</i><i>Побут</i>") + Card(2, "Таблиці для громади", ""),
            "/navchannia?storinka=2" => Card(3, "Пошук роботи онлайн", ""),
            "/kurs/1" => Course("Як захистити паролі та особисті дані від шахраїв в інтернеті.", "6 годин", "Безкоштовно"),
            "/kurs/2" => Course("Рахунки й списки в електронних таблицях.", "2 тижні", "1 200 грн"),
            "/kurs/3" => Course("Резюме й листування з роботодавцем.", "90 хвилин", "Безкоштовно"),
            _ => null,
        };
        context.Response.StatusCode = body is null ? 404 : 200;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(body ?? "<p>Немає</p>");
    }

    private static string Card(int number, string title, string topics) =>
        $"<section class='lesson' data-link='/kurs/{number}'><h2>{title} (вигаданий курс)</h2><p class='topics'>{topics}</p></section>";

    private static string Course(string about, string time, string price) => $"""
        <h1>Курс</h1><p class="about">{about}</p><table><tr><th>Тривалість:</th><td>{time}</td></tr><tr><th>Рівень</th><td>Базовий</td></tr>
        <tr><th>Вартість</th><td>{price}</td></tr><tr><th>Документ</th><td>Електронний сертифікат</td></tr></table>
        """;
}
