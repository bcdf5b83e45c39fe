using System.Net;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>What the desk asks of the crawl role is a row, and what it answers is shown.</summary>
public sealed class DeskWorkTests
{
    [Theory]
    [InlineData("accept")]
    [InlineData("discard")]
    public async Task A_held_run_is_shown_with_its_reason_and_judged_by_a_request(string verb)
    {
        await using var desk = await DeskSite.StartAsync();
        var run = await desk.HarvestAsync("prometheus", [SampleCourses.Media with { Course = SampleCourses.Media.Course with { SourceId = "NEW", Id = "prometheus.NEW", Title = "Новий вигаданий" } }], "1 course, where 2 are usual.");
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/runs");
        Assert.Contains("where 2 are usual", librarian.Words, StringComparison.Ordinal);
        Assert.Contains("Новий вигаданий", librarian.Words, StringComparison.Ordinal);

        await librarian.PressAsync($"{verb} {run}");

        Assert.Contains("чекає", librarian.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(librarian.Page.QuerySelectorAll("button"), button => button.GetAttribute("value") == $"{verb} {run}");
        var asked = await desk.AnswerAsync(verb, """{"exitCode":0,"reports":[]}""");
        Assert.Equal((verb, run, "Читальна зала"), ((string)asked["verb"]!, (long)asked["run"]!, (string)asked["by"]!));
        await (verb == "accept" ? desk.Part<HeldRuns>().AcceptAsync(run, default) : desk.Part<HeldRuns>().DiscardAsync(run, default));
        await librarian.OpenAsync("/desk/runs");
        Assert.Contains("виконано", librarian.Words, StringComparison.Ordinal);
        Assert.Contains("Затриманих зборів немає", librarian.Words, StringComparison.Ordinal);
        await librarian.OpenAsync("/desk/history");
        Assert.Contains($"збір № {run}", librarian.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Courses_are_joined_and_split_with_reasons_and_either_is_taken_back()
    {
        await using var desk = await DeskSite.StartAsync();
        await desk.Part<ClusterRecords>().WriteAsync(
            new Dictionary<string, CourseCluster?>
            {
                ["prometheus.DC101"] = new("prometheus.DC101", [new("dl-sample.42", LinkKind.Text, "title, text 0.83")]),
                ["dl-sample.42"] = new("prometheus.DC101", [new("prometheus.DC101", LinkKind.Text, "title, text 0.83")]),
            },
            default);
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/duplicates");
        Assert.Contains("83", librarian.Words, StringComparison.Ordinal);

        await librarian.PressAsync("split dl-sample.42");
        var split = await desk.AnswerAsync("split", """{"exitCode":0,"reports":[],"message":"dl-sample.42 is another course."}""");
        Assert.Equal(["dl-sample.42"], split["courses"]!.AsArray().Select(one => (string)one!));
        await desk.Part<DuplicateVerdicts>().SayAsync(DuplicateWord.Split, "dl-sample.42", ["prometheus.DC101"], "Читальна зала", default);
        await librarian.OpenAsync("/desk/duplicates");
        Assert.Contains("is another course", librarian.Words, StringComparison.Ordinal);
        await librarian.PressAsync("undo-split dl-sample.42 prometheus.DC101");
        var undo = await desk.AnswerAsync("split", """{"exitCode":0,"reports":[]}""");
        Assert.Equal((true, "dl-sample.42 prometheus.DC101"), ((bool)undo["undo"]!, string.Join(' ', undo["courses"]!.AsArray().Select(one => (string)one!))));

        librarian.Fill("one", "prometheus.PY1");
        librarian.Fill("other", " dl-sample.7 ");
        await librarian.PressAsync("join");
        var join = await desk.AnswerAsync("join", """{"exitCode":2,"reports":[],"message":"The catalogue has no living course dl-sample.7."}""", 2);
        Assert.Equal(["prometheus.PY1", "dl-sample.7"], join["courses"]!.AsArray().Select(one => (string)one!));
        await librarian.OpenAsync("/desk/duplicates?course=prometheus.DC101");
        Assert.Contains("no living course", librarian.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_is_looked_at_previewed_approved_and_taken_back()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/portals");
        librarian.Fill("address", "portal.example.edu.ua");
        await librarian.PressAsync("look");
        Assert.Contains("чекає", librarian.Words, StringComparison.Ordinal);
        var page = librarian.Address.Split('?')[0];

        var proposal = new PortalProposal("portal-example", "https://portal.example.edu.ua/", 12)
        {
            FileText = "name: Портал\nplatform: feed\n",
            Courses = [.. Enumerable.Range(1, 10).Select(i => new PortalCourse($"Вигаданий курс {i}", $"https://portal.example.edu.ua/{i}", "Опис.", ["1.2"]))],
            Answers = [new("feed", "https://portal.example.edu.ua/feed", "200", "an RSS feed", 10)],
            Advice = ["Nobody has asked the owner; do."],
        };
        var look = await desk.AnswerAsync("new-source", JsonSerializer.Serialize(new { exitCode = 0, reports = Array.Empty<int>(), portal = proposal }, Wire.Json));
        Assert.Equal("portal.example.edu.ua", (string)look["address"]!);
        await librarian.OpenAsync(page);
        Assert.Equal(10, librarian.Page.QuerySelectorAll(".hit").Length);
        Assert.Contains("platform: feed", librarian.Page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);

        await librarian.PressAsync("Схвалити");
        var added = await desk.AnswerAsync("add-source", """{"exitCode":0,"reports":[],"message":"is a source now"}""");
        Assert.Equal(long.Parse(page.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), (long)added["request"]!);
        await desk.Part<AddedSources>().AddAsync(proposal.Name, proposal.FileText, "Читальна зала", default);
        await librarian.OpenAsync(page);
        Assert.Contains("is a source now", librarian.Words, StringComparison.Ordinal);
        await librarian.PressAsync("harvest portal-example");
        Assert.Equal(["portal-example"], (await desk.AnswerAsync("harvest", """{"exitCode":0,"reports":[]}"""))["sources"]!.AsArray().Select(one => (string)one!));

        await librarian.PressAsync("drop portal-example");
        Assert.Equal(["portal-example"], (await desk.AnswerAsync("drop-source", """{"exitCode":0,"reports":[]}"""))["sources"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public async Task Synonyms_are_tried_on_what_people_ask_then_saved_and_taken_back()
    {
        await using var desk = await DeskSite.StartAsync();
        await desk.Part<QueryLedger>().AddAsync([new(new(2026, 11, 22), "глинометрія") { Asked = 9, Nothing = 9 }, new(new(2026, 11, 22), "кераміка") { Asked = 4, Found = 1 }], default);
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/synonyms");
        librarian.Fill("rings", "глинометрія, кераміка\r\n# примітка");

        await librarian.PressAsync("try");
        Assert.Contains("глинометрія", librarian.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Кераміка для початківців", librarian.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Vocabulary, "rings-desk.tsv")));

        await librarian.PressAsync("save");
        Assert.Equal("глинометрія\tкераміка\n# примітка\n", await File.ReadAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv")));
        Assert.Contains("глинометрія, кераміка", librarian.Words, StringComparison.Ordinal);
        await librarian.PressAsync("back");
        Assert.Equal("", await File.ReadAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv")));
        await librarian.PressAsync("back");
        Assert.Contains("глинометрія", await File.ReadAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Synonyms_that_do_not_fit_are_refused_and_where_the_file_cannot_be_written_it_is_shown()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/synonyms");
        librarian.Fill("rings", "дрон, квадрокоптер\nсамотнє");
        await librarian.PressAsync("save");
        Assert.Equal(HttpStatusCode.BadRequest, librarian.Status);
        Assert.Contains("лише одне стоїть у рядках: 2.", librarian.Words, StringComparison.Ordinal);

        // Nothing can be written over a folder.
        Directory.CreateDirectory(Path.Combine(desk.Vocabulary, "rings-desk.tsv"));
        librarian.Fill("rings", "дрон, квадрокоптер");
        await librarian.PressAsync("save");
        Assert.Contains("Файл не вдалося записати", librarian.Words, StringComparison.Ordinal);
        Assert.Equal("дрон\tквадрокоптер\n", librarian.Page.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task New_words_are_tried_themselves_and_those_that_find_nothing_are_named()
    {
        await using var desk = await DeskSite.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv"), "старезне\tкераміка\n");
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/synonyms");
        librarian.Fill("rings", "старезне, кераміка\nглинометрія, кераміка\nдеревопишка, небувальщина");

        await librarian.PressAsync("try");

        var changed = librarian.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ToList();
        Assert.Equal(["глинометрія"], changed);
        Assert.Contains("нічого не знаходять: деревопишка, небувальщина.", librarian.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_another_hand_has_broken_can_be_tried_and_mended()
    {
        await using var desk = await DeskSite.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv"), "самотнє\n");
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/synonyms");
        librarian.Fill("rings", "глинометрія, кераміка");

        await librarian.PressAsync("try");

        Assert.Equal(["глинометрія"], librarian.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Another_broken_file_is_named_to_the_operator_and_does_not_keep_a_good_text_from_being_saved()
    {
        await using var desk = await DeskSite.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(desk.Vocabulary, "rings-other.tsv"), "самотнє\n");
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync("/desk/synonyms");
        librarian.Fill("rings", "глинометрія, кераміка");

        await librarian.PressAsync("try");
        Assert.Contains("Ваш текст гаразд", librarian.Words, StringComparison.Ordinal);
        Assert.Contains("rings-other.tsv:1: ", librarian.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Vocabulary, librarian.Words, StringComparison.Ordinal);

        await librarian.PressAsync("save");
        Assert.Equal("глинометрія\tкераміка\n", await File.ReadAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv")));
    }

    [Fact]
    public async Task Sources_are_shown_with_their_runs_over_time_and_what_went_wrong()
    {
        await using var desk = await DeskSite.StartAsync();
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await desk.HarvestAsync("prometheus", [SampleCourses.Media], "half the courses are gone");
        using var librarian = await desk.SignedInAsync();

        await librarian.OpenAsync("/desk/sources");

        var section = librarian.Page.QuerySelector("section[aria-labelledby='source-prometheus']")!;
        Assert.Contains("half the courses are gone", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("зборів – 2", section.QuerySelector("svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(2, section.QuerySelectorAll("svg circle").Length);
        Assert.Single(section.QuerySelectorAll("svg circle.bad"));
    }
}
