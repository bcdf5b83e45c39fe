using System.Net;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>What readers send in, and what the desk does with it.</summary>
public sealed class InboxTests
{
    private const string Course = "prometheus.DC101";

    [Fact]
    public async Task A_reader_reports_a_mistake_and_the_desk_settles_it_and_takes_that_back()
    {
        await using var desk = await DeskSite.StartAsync();
        using var reader = desk.Browser();
        await reader.OpenAsync($"/courses/{Course}");
        Assert.Contains(reader.Page.Links, link => link.GetAttribute("href") == $"/courses/{Course}/mistake");
        await reader.OpenAsync($"/courses/{Course}/mistake");
        reader.Fill("kind", "price");
        reader.Fill("words", "Курс  уже платний.\nНа порталі 300 гривень.");
        await reader.PressAsync("Надіслати");
        Assert.Contains("Дякуємо", reader.Words, StringComparison.Ordinal);
        Assert.Empty(reader.SetCookies);
        Assert.Equal(("no-store", "noindex"), (reader.Answer.Headers.CacheControl!.ToString(), reader.Answer.Headers.GetValues("X-Robots-Tag").Single()));

        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync($"/desk/course?id={Course}");
        Assert.Contains("уже платний", librarian.Words, StringComparison.Ordinal);
        await librarian.OpenAsync("/desk/mistakes");
        foreach (var (act, state) in new[] { ("done", MistakeState.Done), ("removed", MistakeState.Removed) })
        {
            var report = Assert.Single(await desk.Part<MistakeReports>().ListAsync(MistakeState.Open, null, 10, default));
            await librarian.PressAsync($"{act} {report.Id}");
            Assert.Equal(("Читальна зала", MistakeKind.Price), (await desk.Part<MistakeReports>().ListAsync(state, null, 10, default)).Select(one => (one.SettledBy, one.Kind)).Single());
            await librarian.OpenAsync($"/desk/mistakes?state={act}");
            await librarian.PressAsync($"open {report.Id}");
            await librarian.OpenAsync("/desk/mistakes");
        }

        Assert.Null(Assert.Single(await desk.Part<MistakeReports>().ListAsync(MistakeState.Open, null, 10, default)).SettledBy);
    }

    [Theory]
    [InlineData("price", "Пишіть мені: reader@example.org", HttpStatusCode.BadRequest)]
    [InlineData("price", "Телефонуйте 067 123 45 67", HttpStatusCode.BadRequest)]
    [InlineData("everything", "", HttpStatusCode.BadRequest)]
    [InlineData("other", "", HttpStatusCode.OK)]
    public async Task A_report_holds_nothing_of_a_person(string kind, string words, HttpStatusCode status)
    {
        await using var desk = await DeskSite.StartAsync();
        using var reader = desk.Browser();

        await reader.PostAsync($"/courses/{Course}/mistake", ("kind", kind), ("words", words));

        Assert.Equal(status, reader.Status);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, await desk.Part<MistakeReports>().OpenAsync(default));
    }

    [Fact]
    public async Task Too_many_and_too_long_reports_are_refused()
    {
        await using var desk = await DeskSite.StartAsync();
        using var reader = desk.Browser();
        await reader.PostAsync($"/courses/{Course}/mistake", ("kind", "text"), ("words", new string('я', 1001)));
        Assert.Equal(HttpStatusCode.BadRequest, reader.Status);
        for (var report = 0; report < 6; report++)
            await reader.PostAsync($"/courses/{Course}/mistake", ("kind", "text"), ("words", "Помилка в назві."));

        Assert.Equal(HttpStatusCode.TooManyRequests, reader.Status);
        Assert.NotNull(reader.Answer.Headers.RetryAfter);
        Assert.Equal(5, await desk.Part<MistakeReports>().OpenAsync(default));
        await reader.OpenAsync("/courses/nowhere.1/mistake");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Fact]
    public async Task A_list_is_taken_down_for_everybody_and_put_back()
    {
        await using var desk = await DeskSite.StartAsync();
        var made = (await desk.Part<ListLedger>().AddAsync(new("Реклама", "Вигаданий перелік", [new(Course)]), default))!;
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/lists");

        await librarian.PressAsync($"take {made.Id}");
        Assert.Contains("Список забрано", librarian.Words, StringComparison.Ordinal);
        await librarian.OpenAsync($"/lists/{made.Id}");
        Assert.Equal(HttpStatusCode.NotFound, librarian.Status);
        Assert.Equal(ListChange.NoSuchList, await desk.Part<ListLedger>().OpenAsync(made.Id, made.Secret, default));

        await librarian.OpenAsync("/desk/lists");
        await librarian.PressAsync($"back {made.Id}");
        await librarian.OpenAsync($"/lists/{made.Id}");
        Assert.Equal(HttpStatusCode.OK, librarian.Status);
    }
}
