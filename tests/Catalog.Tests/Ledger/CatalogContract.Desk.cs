using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private MistakeReports Mistakes => new(Store, new Forgetting(Store, Clock), Clock);

    [Fact]
    public async Task A_session_at_the_desk_outlives_a_restart_and_ends_with_its_time_or_its_key()
    {
        var keys = new KeyLedger(Store, Clock);
        var key = (await keys.AddAsync("Читальна зала", [Scope.Curate], null, default))!.Value.Key;
        var secret = await new DeskSessions(Store, Clock).OpenAsync(key, default);
        var closed = await new DeskSessions(Store, Clock).OpenAsync(key, default);
        await new DeskSessions(Store, Clock).CloseAsync(closed, default);
        Restart();
        var sessions = new DeskSessions(Store, Clock);

        Assert.Equal("Читальна зала", (await sessions.FindAsync(secret, default))!.Name);
        Assert.Null(await sessions.FindAsync(closed, default));
        Assert.Null(await sessions.FindAsync("", default));
        Clock.Pass(DeskSessions.Life - TimeSpan.FromSeconds(1));
        Assert.NotNull(await sessions.FindAsync(secret, default));
        Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Null(await sessions.FindAsync(secret, default));
        var late = await sessions.OpenAsync(key, default);
        await new KeyLedger(Store, Clock).RevokeAsync(key.Id, default);
        Assert.Null(await sessions.FindAsync(late, default));
    }

    [Fact]
    public async Task A_report_of_a_mistake_goes_after_two_years_and_a_removed_one_after_a_month()
    {
        await Mistakes.SendAsync("portal.1", MistakeKind.Price, "Уже платний.", default);
        await Mistakes.SendAsync("portal.1", MistakeKind.Other, "Реклама", default);
        var removed = (await Mistakes.ListAsync(MistakeState.Open, null, 10, default))[0];
        Assert.True(await Mistakes.SettleAsync(removed.Id, MistakeState.Removed, "Зала", default));
        Assert.False(await Mistakes.SettleAsync(4711, MistakeState.Done, "Зала", default));
        var erasing = new Erasing(Store, Clock);

        Clock.PassDays(29);
        await erasing.RunAsync(default);
        Assert.Equal("Реклама", Assert.Single(await Mistakes.ListAsync(MistakeState.Removed, null, 10, default)).Words);
        Clock.PassDays(2);
        await erasing.RunAsync(default);
        Assert.Empty(await Mistakes.ListAsync(MistakeState.Removed, null, 10, default));
        Assert.Equal(1, await Mistakes.OpenAsync(default));
        Clock.PassDays(710);
        await erasing.RunAsync(default);
        Assert.Equal(0, await Mistakes.OpenAsync(default));
    }

    [Fact]
    public async Task Reports_are_bounded_an_hour_and_hold_nothing_of_a_person()
    {
        await new Forgetting(Store, Clock).AddAsync(Forgotten.Person("Олена Вигадана")!, default);
        Assert.Equal(MistakeOutcome.Personal, await Mistakes.SendAsync("portal.1", MistakeKind.Text, "Викладає Олена Вигадана, а не інша людина, як тут написано.", default));
        Assert.Equal(MistakeOutcome.Personal, await Mistakes.SendAsync("portal.1", MistakeKind.Text, "пишіть на a@b.example", default));
        for (var i = 0; i < MistakeReports.MostAnHour; i++)
        {
            Assert.Equal(MistakeOutcome.Kept, await Mistakes.SendAsync("portal.1", MistakeKind.Text, "", default));
        }

        Assert.Equal(MistakeOutcome.TooMany, await Mistakes.SendAsync("portal.1", MistakeKind.Text, "", default));
        Clock.Pass(TimeSpan.FromMinutes(61));
        Assert.Equal(MistakeOutcome.Kept, await Mistakes.SendAsync("portal.2", MistakeKind.Text, "", default));
        Assert.Single(await Mistakes.OfAsync("portal.2", default));
        await Assert.ThrowsAsync<ArgumentException>(() => Mistakes.SendAsync("portal.1", MistakeKind.Text, new string('a', MistakeReports.LongestWords + 1), default));
    }

    [Fact]
    public async Task What_readers_reported_of_a_forgotten_course_is_forgotten()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        await Mistakes.SendAsync("portal.1", MistakeKind.Text, "", default);
        await Mistakes.SendAsync("portal.2", MistakeKind.Text, "", default);
        var forgetting = new Forgetting(Store, Clock);
        await forgetting.AddAsync(Forgotten.Course("portal.1"), default);

        await forgetting.PurgeCoursesAsync(await forgetting.ListAsync(default), default);

        Assert.Equal("portal.2", Assert.Single(await Mistakes.ListAsync(MistakeState.Open, null, 10, default)).Course);
    }

    [Fact]
    public async Task A_list_that_was_taken_down_comes_back_within_a_month()
    {
        var lists = new ListLedger(Store, Clock);
        var made = (await lists.AddAsync(Evenings, default))!;
        var gone = (await lists.AddAsync(Evenings, default))!;

        Assert.True(await lists.TakeDownAsync(made.Id, default));
        Assert.True(await lists.TakeDownAsync(gone.Id, default));
        Assert.False(await lists.TakeDownAsync(made.Id, default));
        Assert.Null(await lists.FindAsync(made.Id, default));
        Assert.Equal(ListChange.NoSuchList, await lists.ReplaceAsync(made.Id, made.Secret, ChosenCourses.Empty, default));
        Assert.Empty(await lists.NewestAsync(10, default));
        Assert.Equal(2, (await lists.TakenDownAsync(default)).Count);
        Clock.PassDays(29);
        await new Erasing(Store, Clock).RunAsync(default);
        Assert.True(await lists.PutBackAsync(made.Id, default));
        Clock.PassDays(2);
        await new Erasing(Store, Clock).RunAsync(default);
        Assert.Equal(Evenings.Name, (await lists.FindAsync(made.Id, default))!.List.Name);
        Assert.False(await lists.PutBackAsync(gone.Id, default));
    }

    [Fact]
    public async Task An_added_source_outlives_a_restart_and_is_kept_once()
    {
        var added = new AddedSources(Store, Clock);
        Assert.True(await added.AddAsync("novyi", "name: Новий\n", "Зала", default));
        Assert.False(await added.AddAsync("novyi", "name: Інший\n", "Інша", default));
        Restart();

        Assert.Equal(new AddedSource("novyi", "name: Новий\n", "Зала", Clock.GetUtcNow()), Assert.Single(await new AddedSources(Store, Clock).ListAsync(default)));
        Assert.True(await new AddedSources(Store, Clock).RemoveAsync("novyi", default));
        Assert.False(await new AddedSources(Store, Clock).RemoveAsync("novyi", default));
    }

    [Fact]
    public async Task Verdicts_and_requests_are_read_newest_first()
    {
        await HarvestAsync(Invented.Entries(Source, 2));
        var said = await SayAsync(Verdict("1", VerdictKind.Add, "4.2"), Verdict("2", VerdictKind.Add, "4.2"), Verdict("1", VerdictKind.Add, "5.2"));
        var first = await Requests.PostAsync("join", "{}", default);
        await Requests.PostAsync("harvest", "{}", default);
        var last = await Requests.PostAsync("split", "{}", default);

        Assert.Equal([said[2].Id, said[0].Id], (await Verdicts.NewestAsync(new("portal.1"), null, default)).Select(verdict => verdict.Id));
        Assert.Equal([said[1].Id], (await Verdicts.NewestAsync(new(Limit: 1), said[2].Id, default)).Select(verdict => verdict.Id));
        Assert.Equal([said[0].Id, said[1].Id], (await Verdicts.FindAsync([said[1].Id, said[0].Id, 4711], default)).Select(verdict => verdict.Id));
        Assert.Equal([last.Id, first.Id], (await Requests.NewestAsync(["join", "split"], 5, default)).Select(request => request.Id));
    }

    [Fact]
    public async Task Clusters_are_read_page_by_page()
    {
        await HarvestAsync(Invented.Entries(Source, 4));
        await new ClusterRecords(Store, Clock).WriteAsync(
            new Dictionary<string, CourseCluster?> { ["portal.1"] = new("portal.1", []), ["portal.2"] = new("portal.1", []), ["portal.3"] = new("portal.3", []), ["portal.4"] = new("portal.3", []) }, default);

        var first = await new ClusterRecords(Store, Clock).PageAsync(null, 1, default);
        var rest = await new ClusterRecords(Store, Clock).PageAsync(first[0].Id, 5, default);

        Assert.Equal(["portal.1", "portal.2"], Assert.Single(first).Members.Select(member => member.Id));
        Assert.Equal(["portal.3", "portal.4"], Assert.Single(rest).Members.Select(member => member.Id));
    }
}
