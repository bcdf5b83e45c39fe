using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>Whatever portals, readers, colleagues and the crawl role write stays text at the desk.</summary>
public sealed class DeskInjectionTests
{
    private const string Evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    [Fact]
    public async Task No_shown_field_of_any_page_becomes_markup()
    {
        var bad = HostileCourse.Of(Evil, Evil, Evil, Evil) is var hostile
            ? hostile with { Course = hostile.Course with { Provider = Evil, Url = "javascript:alert(1)" }, Tagging = new() { TaggerVersion = "t", Primary = "1.2", Competences = [new("1.2", 0.5, [new(EvidenceKind.Source, "", 0, 0, Evil), new(EvidenceKind.Text, Evil, 0, 1, Evil)])] } }
            : null;
        var judged = bad! with { Course = bad.Course with { Id = "bad.2", SourceId = "2" } };
        await using var desk = await DeskSite.StartAsync([bad, judged, .. SampleCourses.All], keyName: Evil);
        var run = await desk.HarvestAsync("bad", [bad, judged], Evil);
        await desk.Part<VerdictLedger>().SayAsync([Said(VerdictKind.Set, "tutorNote", Evil), Said(VerdictKind.Confirm, null, null)], wholly: false, default);
        await desk.Part<MistakeReports>().SendAsync("bad.1", MistakeKind.Text, Evil, default);
        var list = (await desk.Part<ListLedger>().AddAsync(new(Evil, Evil, [new("bad.1")]), default))!;
        var other = (await desk.Part<ListLedger>().AddAsync(new(Evil, Evil, []), default))!;
        await desk.Part<ListLedger>().TakeDownAsync(other.Id, default);
        await desk.Part<ClusterRecords>().WriteAsync(new Dictionary<string, CourseCluster?> { ["bad.1"] = new("bad.1", [new(Evil, LinkKind.Address, Evil)]), ["dl-sample.7"] = new("bad.1", [new("bad.1", LinkKind.Text, Evil)]) }, default);
        await desk.Part<DuplicateVerdicts>().SayAsync(DuplicateWord.Join, Evil, ["bad.1"], Evil, default);
        await File.WriteAllTextAsync(Path.Combine(desk.Vocabulary, "rings-desk.tsv"), $"</textarea>{Evil}\tb\n");
        await desk.Part<AddedSources>().AddAsync("bad-source", Evil, Evil, default);
        long look = 0;
        foreach (var verb in new[] { "accept", "join", "add-source", "drop-source", "new-source" })
        {
            var request = await desk.Part<WorkRequests>().PostAsync(verb, JsonSerializer.Serialize(new { verb, by = Evil, address = Evil, sources = new[] { Evil }, courses = new[] { Evil }, run = verb == "accept" ? 0 : 1 }, Wire.Json), default);
            var portal = new PortalProposal(Evil, Evil, 1)
            {
                FileText = Evil,
                Trouble = Evil,
                Answers = [new(Evil, Evil, Evil, Evil, 1)],
                Courses = [new(Evil, "javascript:alert(1)", Evil, [Evil])],
                Advice = [Evil],
                SameHost = [Evil],
            };
            await desk.Part<WorkRequests>().AnswerAsync(request.Id, JsonSerializer.Serialize(new { exitCode = 1, message = Evil, portal }, Wire.Json), 1, default);
            look = request.Id;
        }

        using var librarian = await desk.SignedInAsync();
        foreach (var page in new[] { "", "/queue", "/course?id=bad.1", "/course?id=bad.2", $"/course?id={Uri.EscapeDataString(Evil)}", "/mistakes", "/duplicates", $"/duplicates?course={Uri.EscapeDataString(Evil)}", "/runs", "/portals", $"/portals/{look}", "/synonyms", "/lists", "/sources", "/history", $"/history?by={Uri.EscapeDataString(Evil)}" })
        {
            foreach (var lang in new[] { "uk", "en" })
            {
                await librarian.OpenAsync($"/desk{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={lang}");

                Assert.True(librarian.Answer.IsSuccessStatusCode, $"{page} answers {librarian.Status}");
                Assert.Empty(librarian.Page.QuerySelectorAll("script:not([src]), img:not([src^='/']), [onerror]"));
                Assert.DoesNotContain("javascript:", string.Join(' ', librarian.Page.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href"))), StringComparison.Ordinal);
            }
        }

        await librarian.OpenAsync("/desk/synonyms");
        librarian.Fill("rings", $"</textarea>{Evil}");
        await librarian.PressAsync("try");
        Assert.Empty(librarian.Page.QuerySelectorAll("script:not([src]), img:not([src^='/']), [onerror]"));
        await librarian.OpenAsync($"/desk/course?id=bad.1");
        librarian.Fill("field", "title");
        librarian.Fill("value", $"[{Evil}");
        await librarian.PressAsync("set");
        Assert.Empty(librarian.Page.QuerySelectorAll("script:not([src]), img:not([src^='/']), [onerror]"));
        using var reader = desk.Browser();
        await reader.PostAsync("/courses/bad.1/mistake", ("kind", Evil), ("words", $"</textarea>{Evil}"));
        Assert.Equal(400, (int)reader.Status);
        Assert.Empty(reader.Page.QuerySelectorAll("script:not([src]), img:not([src^='/']), [onerror]"));
        Assert.True(run > 0 && list.Id.Length > 0);

        static CourseVerdict Said(VerdictKind kind, string? field, string? value) => new()
        {
            Course = "bad.2", Verdict = kind, Field = field, Value = value is null ? default : JsonSerializer.SerializeToElement(value), Note = Evil, By = Evil,
        };
    }
}
