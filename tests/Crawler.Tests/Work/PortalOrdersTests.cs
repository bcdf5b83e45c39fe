using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Platforms;
using DcCourseIndex.Crawler.Tests.Probing;
using DcCourseIndex.Crawler.Work;

namespace DcCourseIndex.Crawler.Tests.Work;

/// <summary>A portal that was named on a page: looked at, proposed, made a source, and let go.</summary>
public sealed class PortalOrdersTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
    private readonly LedgerStore store;
    private readonly KnownSources sources = new([new() { Name = "known", Title = "Відомий", Platform = "feed", Address = new("https://known.example/feed"), Enabled = true }]);
    private readonly WorkRequests requests;

    public PortalOrdersTests()
    {
        store = LedgerStore.Open(folder, TimeProvider.System);
        requests = new(store, TimeProvider.System);
    }

    private PortalOrders Orders => new(
        new AddressProbe(LoopbackPortal.Fetchers(Probed.Settings), TimeProvider.System, Probed.Platforms),
        new SourceCheck(LoopbackPortal.Fetchers(), Probed.Platforms, Prepared.Listings()),
        new(store, TimeProvider.System), sources, requests, Probed.Platforms);

    [Fact]
    public async Task What_a_look_proposes_becomes_a_source_that_everybody_sees_and_goes_again()
    {
        await using var site = await FeedAsync(12);
        var came = new List<string>();
        sources.Follow(source => Told($"+{source.Name} {source.Enabled} {source.Schedule is not null}"), name => Told($"-{name}"));

        var look = await Orders.LookAsync(new ProbeWish(site.Root) { Name = "novyi", AllowPrivateAddress = true, Enable = true, Delay = TimeSpan.Zero }, default);

        Assert.Equal((0, "novyi", 10), (look.ExitCode, look.Portal!.Name, look.Portal.Courses.Count));
        Assert.Contains("Цифрова безпека 1", look.Portal.Courses[0].Title, StringComparison.Ordinal);
        Assert.Contains("enabled: true", look.Portal.FileText, StringComparison.Ordinal);
        Assert.Single(sources);

        var request = await AnsweredAsync(look);
        var added = await Orders.AddAsync(new WorkOrder(WorkOrder.AddSource) { Request = request, By = "Зала" }, default);
        Assert.True(added.ExitCode == 0, added.Message);
        Assert.Equal(["known", "novyi"], sources.Select(source => source.Name));
        Assert.Equal(["+novyi True True"], came);
        Assert.Equal(("novyi", "Зала"), AddedSources.Peek(new LedgerPlace(folder)).Select(source => (source.Name, source.By)).Single());
        Assert.Equal(2, (await Orders.AddAsync(new WorkOrder(WorkOrder.AddSource) { Request = request }, default)).ExitCode);

        Assert.Equal(0, (await Orders.DropAsync(new WorkOrder(WorkOrder.DropSource) { Sources = ["novyi"] }, default)).ExitCode);
        Assert.Equal(["+novyi True True", "-novyi"], came);
        Assert.Equal("known", Assert.Single(sources).Name);
        Assert.Empty(AddedSources.Peek(new LedgerPlace(folder)));
        Assert.Equal(2, (await Orders.DropAsync(new WorkOrder(WorkOrder.DropSource) { Sources = ["known"] }, default)).ExitCode);

        Task Told(string what)
        {
            came.Add(what);
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost:1/")]
    public async Task A_portal_inside_the_own_network_is_not_asked(string address)
    {
        var answer = await Orders.LookAsync(new WorkOrder(WorkOrder.Look) { Address = address }, default);

        Assert.Equal((1, 0L), (answer.ExitCode, answer.Portal!.Courses.Count));
        Assert.Null(answer.Portal.FileText);
        Assert.Contains("private", answer.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://user:secret@portal.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" ")]
    public async Task What_is_no_address_of_a_portal_is_refused(string address)
    {
        var answer = await Orders.LookAsync(new WorkOrder(WorkOrder.Look) { Address = address }, default);

        Assert.Equal(2, answer.ExitCode);
        Assert.DoesNotContain("secret", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_a_look_proposed_becomes_a_source()
    {
        var other = await requests.PostAsync(WorkOrder.Harvest, "{}", default);
        var waiting = await requests.PostAsync(WorkOrder.Look, "{}", default);
        var nothing = await AnsweredAsync(new WorkAnswer(1, [], "no course", Portal: new("none", "https://none.example/", 1)));

        foreach (var request in new[] { 4711, other.Id, waiting.Id, nothing })
        {
            Assert.Equal(2, (await Orders.AddAsync(new WorkOrder(WorkOrder.AddSource) { Request = request }, default)).ExitCode);
        }

        Assert.Single(sources);
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<long> AnsweredAsync(WorkAnswer answer)
    {
        var request = await requests.PostAsync(WorkOrder.Look, "{}", default);
        await requests.AnswerAsync(request.Id, answer.ToJson(), answer.ExitCode, default);
        return request.Id;
    }

    private static async Task<ServedSite> FeedAsync(int courses)
    {
        var items = string.Concat(Enumerable.Range(1, courses).Select(i =>
            $"<item><title>Запрошуємо на безкоштовний онлайн-курс «Цифрова безпека {i}» (вигаданий)</title><link>{{root}}/kurs-{i}</link><guid>{i}</guid><description>Реєстрація на курс відкрита.</description></item>"));
        return (await ServedSite.StartAsync()).With("/", $"<rss version=\"2.0\"><channel><title>Новини</title><link>{{root}}</link><description>x</description>{items}</channel></rss>");
    }
}
