using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private VerdictLedger Verdicts => new(Store, Clock);

    [Fact]
    public async Task A_verdict_gives_its_course_alone_the_next_revision_and_survives_harvest_and_retag()
    {
        var entries = Invented.Entries(Source, 2);
        await HarvestAsync(entries);
        Clock.PassDays(1);

        var said = await SayAsync(Verdict("1", VerdictKind.Add, "4.2"), Verdict("1", VerdictKind.Set, field: "price", value: "\"free\""));

        Assert.Equal([(3L, "portal.1")], (await ChangesAsync(2)).Select(change => (change.Revision, change.Id)));
        Assert.Equal(Clock.GetUtcNow(), (await CourseAsync("1")).LastChanged);
        Assert.Equal(("Оксана", Clock.GetUtcNow()), (said[0].By, said[0].At));
        await StandsAsync();
        Assert.Equal(2, (await HarvestAsync(entries)).Unchanged);
        await StandsAsync();
        await HarvestAsync([entries[0] with { Course = entries[0].Course with { Price = Price.Paid, Title = "Нова назва" } }, entries[1]]);
        Assert.Equal("Нова назва", (await CourseAsync("1")).Course.Title);
        await StandsAsync();
        await new Retagging(Store, Clock).ApplyAsync([(entries[0].Course, Invented.Tagged("3.1"))], null, default);
        Assert.Equal(["4.2", "3.1"], (await CourseAsync("1")).Tagging.Competences.Select(one => one.Code));
        Restart();
        Assert.Equal(Price.Free, (await CourseAsync("1")).Course.Price);
        await SoundAsync();

        async Task StandsAsync()
        {
            var known = await CourseAsync("1");
            Assert.Equal(["4.2", "1.2"], known.Tagging.Competences.Select(one => one.Code));
            Assert.Equal((1, EvidenceKind.Librarian), (known.Tagging.Competences[0].Confidence, known.Tagging.Competences[0].Evidence[0].Kind));
            Assert.Equal((Price.Free, "1.2"), (known.Course.Price, known.Tagging.Primary));
            Assert.Equal(["competences", "price"], known.Overrides);
            Assert.Empty((await CourseAsync("2")).Overrides);
        }
    }

    [Fact]
    public async Task A_withdrawn_verdict_leaves_no_trace_but_its_record()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        var before = await CourseAsync("1");
        var said = await SayAsync(Verdict("1", VerdictKind.Reject, "1.2"), Verdict("1", VerdictKind.Set, field: "title", value: "\"Інша\""));
        var revision = await RevisionAsync();

        Assert.NotNull(await Verdicts.WithdrawAsync(said[0].Id, "Іван", default));
        Assert.NotNull(await Verdicts.WithdrawAsync(said[1].Id, "Іван", default));
        var again = await Verdicts.WithdrawAsync(said[1].Id, "Ольга", default);

        Assert.Equal(revision + 2, await RevisionAsync());
        Assert.Equal(Json(before), Json(await CourseAsync("1")));
        Assert.Equal(("Іван", Clock.GetUtcNow()), (again!.WithdrawnBy, again.WithdrawnAt!.Value));
        Assert.Equal([said[0].Id, said[1].Id], (await Verdicts.ListAsync(new(), default)).Select(verdict => verdict.Id));
        Assert.Null(await Verdicts.WithdrawAsync(99, "Іван", default));

        string Json(CatalogCourse course) => JsonSerializer.Serialize(course with { LastChanged = default }, Wire.Json);
    }

    [Fact]
    public async Task Of_two_verdicts_on_one_thing_the_later_counts_and_both_are_kept()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        await SayAsync(Verdict("1", VerdictKind.Set, field: "level", value: "\"advanced\""));
        var later = await SayAsync(Verdict("1", VerdictKind.Set, field: "level", value: "null", by: "Іван"));
        Assert.Null((await CourseAsync("1")).Level);
        await Verdicts.WithdrawAsync(later[0].Id, "Іван", default);
        Assert.Equal(Level.Advanced, (await CourseAsync("1")).Level);
        Assert.Equal(2, (await Verdicts.ListAsync(new(Course: "portal.1"), default)).Count);
        Assert.Single(await Verdicts.ListAsync(new(By: "Іван"), default));
        Assert.Empty(await Verdicts.ListAsync(new(After: later[0].Id), default));
    }

    [Fact]
    public async Task The_same_word_again_changes_nothing_unless_something_lies_between()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        await SayAsync(Verdict("1", VerdictKind.Add, "4.2"));
        var revision = await RevisionAsync();
        var again = (await Verdicts.SayAsync([Verdict("1", VerdictKind.Add, "4.2")], true, default))[0];
        Assert.Equal((false, revision), (again.IsNew, await RevisionAsync()));

        await SayAsync(Verdict("1", VerdictKind.Reject));
        Assert.Empty((await CourseAsync("1")).Tagging.Competences);
        await SayAsync(Verdict("1", VerdictKind.Add, "4.2"));
        Assert.Equal(["4.2"], (await CourseAsync("1")).Tagging.Competences.Select(one => one.Code));
    }

    [Fact]
    public async Task What_was_confirmed_as_a_whole_stays_whatever_is_tagged_later()
    {
        var entries = Invented.Entries(Source, 1);
        await HarvestAsync(entries);
        var said = await SayAsync(Verdict("1", VerdictKind.Confirm));
        Assert.Equal("[\"1.2\"]", said[0].Value.GetRawText());

        await new Retagging(Store, Clock).ApplyAsync([(entries[0].Course, Invented.Tagged("5.2"))], null, default);

        var known = await CourseAsync("1");
        Assert.Equal(("1.2", "1.2"), (Assert.Single(known.Tagging.Competences).Code, known.Tagging.Primary));
        Assert.True(known.IsCurated());
    }

    [Fact]
    public async Task A_hidden_course_is_gone_for_whoever_follows_until_the_word_is_withdrawn()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var said = await SayAsync(Verdict("2", VerdictKind.Hide));

        var change = Assert.Single(await ChangesAsync(2));
        Assert.Equal((null, true, CourseState.Active), (change.Course, change.Hidden, change.State));
        Assert.True((await Catalog.FindAsync("portal.2", default))!.Hidden);

        await Verdicts.WithdrawAsync(said[0].Id, "Оксана", default);
        Assert.NotNull(Assert.Single(await ChangesAsync(3)).Course);
    }

    [Fact]
    public async Task One_that_cannot_be_kept_keeps_the_others_out_where_all_are_wanted()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        CourseVerdict[] three = [Verdict("1", VerdictKind.Add, "4.2"), Verdict("404", VerdictKind.Hide), Verdict("2", VerdictKind.Hide)];
        var revision = await RevisionAsync();

        var wholly = await Verdicts.SayAsync(three, wholly: true, default);
        Assert.Contains("no living course", wholly[^1].Problem, StringComparison.Ordinal);
        Assert.Equal(revision, await RevisionAsync());
        Assert.Empty(await Verdicts.ListAsync(new(), default));

        var each = await Verdicts.SayAsync(three, wholly: false, default);
        Assert.Equal([true, false, true], each.Select(outcome => outcome.IsNew));
        Assert.Equal(revision + 2, await RevisionAsync());
    }

    [Fact]
    public async Task Words_that_fit_no_competence_of_the_course_are_refused()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        var primary = await Verdicts.SayAsync([Verdict("1", VerdictKind.Set, field: "primary", value: "\"4.2\"")], true, default);
        var confirm = await Verdicts.SayAsync([Verdict("1", VerdictKind.Confirm, "4.2")], true, default);
        Assert.Contains("add it first", primary[0].Problem, StringComparison.Ordinal);
        Assert.Contains("«add»", confirm[0].Problem, StringComparison.Ordinal);

        await SayAsync(Verdict("1", VerdictKind.Add, "4.2"), Verdict("1", VerdictKind.Set, field: "primary", value: "\"4.2\""));
        Assert.Equal("4.2", (await CourseAsync("1")).Tagging.Primary);
    }

    [Fact]
    public async Task An_exported_verdict_is_taken_again_once()
    {
        await HarvestAsync(Invented.Entries(Source, 1));
        await SayAsync(Verdict("1", VerdictKind.Set, field: "price", value: "\"free\""), Verdict("1", VerdictKind.Set, field: "price", value: "\"paid\"", by: "Іван"));
        var exported = (await Verdicts.ListAsync(new(), default)).Select(verdict => verdict with { Id = 0 }).ToList();
        Clock.PassDays(3);

        var again = await Verdicts.SayAsync(exported, false, default);

        Assert.All(again, outcome => Assert.False(outcome.IsNew));
        Assert.Equal(2, (await Verdicts.ListAsync(new(), default)).Count);
    }

    [Fact]
    public async Task Forgetting_takes_a_course_out_of_the_verdicts_and_a_name_out_of_their_words()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await SayAsync(
            Verdict("1", VerdictKind.Hide) with { Note = "Просила Олена Вигадана" },
            Verdict("2", VerdictKind.Set, field: "tutorNote", value: "\"Допомагає Олена Вигадана\""),
            Verdict("2", VerdictKind.Set, field: "price", value: "\"free\"", by: "Олена Вигадана"));
        await Forgetting.AddAsync(Forgotten.Course("portal.1"), default);
        await Forgetting.AddAsync(Forgotten.Person("Олена Вигадана")!, default);
        var list = await Forgetting.ListAsync(default);

        await Forgetting.PurgeCoursesAsync(list, default);
        await new KeptTexts(Store, Clock).LetGoAsync(text => list.NamesIn(text).Count > 0, default);

        var left = await Verdicts.ListAsync(new(), default);
        Assert.DoesNotContain("Вигадана", JsonSerializer.Serialize(left, Wire.Json), StringComparison.Ordinal);
        Assert.Equal(["portal.2", "portal.2"], left.Select(verdict => verdict.Course));
        Assert.Equal((null, Price.Free), ((await CourseAsync("2")).Course.TutorNote, (await CourseAsync("2")).Course.Price));
    }

    [Fact]
    public async Task How_often_courses_were_shown_adds_up_without_a_revision_and_goes_with_a_forgotten_one()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var shown = new ShownLedger(Store);
        await shown.AddAsync(new Dictionary<string, int> { ["portal.1"] = 2, ["portal.2"] = 1, ["portal.404"] = 5 }, default);
        await shown.AddAsync(new Dictionary<string, int> { ["portal.1"] = 3 }, default);
        await Forgetting.AddAsync(Forgotten.Course("portal.2"), default);
        Assert.Equal(2, await RevisionAsync());
        await Forgetting.PurgeCoursesAsync(await Forgetting.ListAsync(default), default);

        Assert.Equal([new KeyValuePair<string, long>("portal.1", 5)], await shown.ReadAsync(default));
    }

    private static CourseVerdict Verdict(string sourceId, VerdictKind kind, string? competence = null, string? field = null, string? value = null, string by = "Оксана") => new()
    {
        Course = CourseId.Of(Source, sourceId),
        Verdict = kind,
        Competence = competence,
        Field = field,
        Value = value is null ? default : JsonSerializer.Deserialize<JsonElement>(value),
        By = by,
    };

    private async Task<IReadOnlyList<CourseVerdict>> SayAsync(params CourseVerdict[] verdicts)
    {
        var outcomes = await Verdicts.SayAsync(verdicts, wholly: true, default);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Problem));
        return [.. outcomes.Select(outcome => outcome.Verdict!)];
    }
}
