using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Work;

namespace DcCourseIndex.Crawler.Tests.Duplicates;

public sealed class DuplicateSearchTests
{
    private const string Text = "Як придумати довгий пароль, навіщо двоетапна перевірка та що робити, коли шахраї вже знають ваш пароль до пошти.";

    [Fact]
    public async Task One_course_of_two_portals_is_a_cluster_that_says_why_and_takes_a_revision()
    {
        using var shelves = new Shelves();
        await shelves.ImportAsync(false, Shelves.Course("alpha.1", "Паролі без страху", Text, publisher: "Школа «Калина»"), Shelves.Course("beta.7", "Паролі без страху (онлайн-курс)", Text), Shelves.Course("beta.8", "Хмарні сховища", "Як зберігати знімки."));
        var before = await shelves.RevisionAsync();

        var report = await shelves.SearchAsync();

        Assert.Equal((3, 1, 2), (report.Read, report.Linked, report.Changed));
        var changes = (await shelves.Catalog.ChangesAfterAsync(before, 10, default)).Changes;
        Assert.Equal(["alpha.1", "beta.7"], changes.Select(change => change.Id).Order());
        Assert.All(changes, change => Assert.Equal("alpha.1", change.Course!.Cluster!.Id));
        var link = Assert.Single(changes.Single(change => change.Id == "alpha.1").Course!.Cluster!.Links);
        Assert.Equal(("beta.7", LinkKind.Text), (link.Other, link.Kind));
        Assert.StartsWith("title, subject, text 1.00", link.Detail, StringComparison.Ordinal);
        Assert.Empty(await new CatalogCheck(shelves.Store).RunAsync(default));
    }

    [Fact]
    public async Task An_unchanged_clustering_writes_nothing_even_when_all_is_compared_again()
    {
        using var shelves = new Shelves();
        await shelves.ImportAsync(false, Shelves.Course("alpha.1", "Паролі", url: "https://gamma.example/kursy/paroli?utm_source=a"), Shelves.Course("beta.7", "Запрошуємо: паролі", url: "http://www.gamma.example/kursy/paroli/"));
        Assert.Equal(2, (await shelves.SearchAsync()).Changed);
        var before = await shelves.RevisionAsync();

        Assert.Equal((0, 0), (await shelves.SearchAsync() is var again ? (again.Read, again.Changed) : default));
        Assert.Equal((2, 0), (await shelves.SearchAsync(rebuild: true) is var whole ? (whole.Read, whole.Changed) : default));
        Assert.Equal(before, await shelves.RevisionAsync());
    }

    [Fact]
    public async Task A_course_that_changes_or_goes_leaves_its_cluster()
    {
        using var shelves = new Shelves();
        Course one = Shelves.Course("alpha.1", "Паролі без страху", Text), other = Shelves.Course("beta.7", "Паролі без страху", Text), third = Shelves.Course("gamma.3", "Паролі без страху", Text);
        await shelves.ImportAsync(true, one, other, Shelves.Course("beta.8", "Інше"), third);
        await shelves.SearchAsync();
        Assert.Equal(["alpha.1 beta.7 gamma.3"], await shelves.ClustersAsync());

        await shelves.ImportAsync(false, third with { Title = "Ліплення з глини", Summary = "Горщики, глечики та свищики власними руками." });
        await shelves.SearchAsync();
        Assert.Equal(["alpha.1 beta.7"], await shelves.ClustersAsync());

        await shelves.ImportAsync(true, Shelves.Course("beta.8", "Інше"));
        await shelves.ImportAsync(true, Shelves.Course("beta.8", "Інше"));
        await shelves.SearchAsync();
        Assert.Empty(await shelves.ClustersAsync());
        Assert.Null((await shelves.Catalog.FindAsync("alpha.1", default))!.Course!.Cluster);
    }

    [Fact]
    public async Task Searching_after_every_change_comes_to_the_same_as_comparing_all_again()
    {
        const int seed = 5;
        var random = new Random(seed);
        using var step = new Shelves();
        string[] titles = ["Паролі без страху", "Паролі без страху 2", "Хмарні сховища для вчителів", "Хмарні сховища для бібліотек", "Фейки та факти у стрічці новин", "Фейки та факти у стрічці новин (онлайн-курс)"];
        string[] texts = [Text, Text + " Для кого цей курс: для всіх охочих.", "Де лежать ваші знімки, хто їх бачить і як ділитися теками з колегами без ризику.", "Як відрізнити новину від думки та перевірити знімок у стрічці за три хвилини.", ""];
        for (var round = 0; round < 8; round++)
        {
            await step.ImportAsync(false, [.. Enumerable.Range(0, 6).Select(_ => Any())]);
            await step.SearchAsync();
            var followed = string.Join("; ", await step.ClustersAsync());
            var before = await step.RevisionAsync();
            await step.SearchAsync(rebuild: true);
            var compared = string.Join("; ", await step.ClustersAsync());
            Assert.True(followed == compared, $"seed {seed}, round {round}: {followed} instead of {compared}");
            Assert.Equal(before, await step.RevisionAsync());
        }

        Course Any()
        {
            var source = Pick(["alpha", "beta", "gamma", "delta"]);
            return Shelves.Course($"{source}.{random.Next(6)}", Pick(titles), Pick(texts), random.Next(3) == 0 ? $"https://common.example/kursy/{random.Next(4)}" : null, Pick(["Школа «Калина»", "Школа «Барвінок»", ""]));
        }

        string Pick(string[] values) => values[random.Next(values.Length)];
    }

    [Fact]
    public async Task A_librarians_split_survives_every_search_until_it_is_withdrawn()
    {
        using var shelves = new Shelves();
        await shelves.ImportAsync(false, Shelves.Course("alpha.1", "Паролі без страху", Text), Shelves.Course("beta.7", "Паролі без страху", Text));
        var split = new WorkOrder(WorkOrder.Split) { Courses = ["beta.7"], By = "Олена" };

        Assert.Equal(0, (await shelves.Orders.SayAsync(DuplicateWord.Split, split, default)).ExitCode);
        await shelves.SearchAsync(rebuild: true);
        Assert.Empty(await shelves.ClustersAsync());

        Assert.Equal(0, (await shelves.Orders.SayAsync(DuplicateWord.Split, split with { Undo = true }, default)).ExitCode);
        Assert.Equal(["alpha.1 beta.7"], await shelves.ClustersAsync());
        var said = Assert.Single(await shelves.Verdicts.ListAsync(null, default));
        Assert.Equal(("Олена", "Олена"), (said.By, said.WithdrawnBy));
    }

    [Fact]
    public async Task A_librarian_joins_what_no_rule_would()
    {
        using var shelves = new Shelves();
        await shelves.ImportAsync(false, Shelves.Course("alpha.1", "Паролі"), Shelves.Course("beta.7", "Ключі 2"));
        var join = new WorkOrder(WorkOrder.Join) { Courses = ["beta.7", "alpha.1"], By = "Олена" };

        Assert.Equal(0, (await shelves.Orders.SayAsync(DuplicateWord.Join, join, default)).ExitCode);
        await shelves.SearchAsync(rebuild: true);

        Assert.Equal(["alpha.1 beta.7"], await shelves.ClustersAsync());
        Assert.Equal(new ClusterLink("beta.7", LinkKind.Librarian, "Олена"), Assert.Single((await shelves.Catalog.FindAsync("alpha.1", default))!.Course!.Cluster!.Links));
        Assert.Equal(2, (await shelves.Orders.SayAsync(DuplicateWord.Join, join with { Courses = ["beta.7", "alpha.none"] }, default)).ExitCode);
        Assert.Equal(2, (await shelves.Orders.SayAsync(DuplicateWord.Split, new WorkOrder(WorkOrder.Split) { Courses = ["alpha.1"], Undo = true }, default)).ExitCode);
    }

    [Fact]
    public async Task A_retired_course_leads_to_the_one_that_its_source_offers_at_the_same_address()
    {
        using var shelves = new Shelves();
        var old = Shelves.Course("alpha.1", "Паролі без страху", Text, "https://alpha.example/kursy/paroli");
        var renamed = Shelves.Course("alpha.paroli", "Паролі без страху", Text, "https://alpha.example/kursy/paroli");
        await shelves.ImportAsync(true, old);
        await shelves.SearchAsync();
        await shelves.ImportAsync(true, renamed);
        await shelves.SearchAsync();
        await shelves.ImportAsync(true, renamed);
        await shelves.SearchAsync();

        var gone = await shelves.Catalog.FindAsync("alpha.1", default);
        Assert.Equal((CourseState.Retired, "alpha.paroli"), (gone!.State, gone.Successor));
        Assert.Empty(await shelves.ClustersAsync());
    }
}
