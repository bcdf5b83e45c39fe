using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Sources;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Sources;

/// <summary>The site over a real store in which one invented portal was harvested twice and its third run is held since two days.</summary>
internal sealed class RunSite(string folder, LedgerStore store, SampleSite site) : IAsyncDisposable
{
    /// <summary>When the last run ended.</summary>
    public static readonly DateTimeOffset Last = TimeProvider.System.GetUtcNow().AddDays(-2);

    private static readonly IReadOnlyList<SourceAbout> About =
    [
        new("portal", "Вигаданий портал")
        {
            Portal = new("https://portal.example"),
            Enabled = true,
            Schedule = "20 2 * * *",
            Permission = new("granted", new DateOnly(2026, 10, 1), "https://portal.example/letter"),
            Export = new("excerpt", "none"),
        },
        new("waiting", "Ще не зібраний") { Enabled = true },
        new("off", "Вимкнений"),
    ];

    public SampleSite Site => site;

    public LedgerStore Store => store;

    public static async Task<RunSite> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
        var store = LedgerStore.Open(folder, TimeProvider.System);
        var catalog = new LedgerCatalog(store, new LedgerOptions(), TimeProvider.System);
        await HarvestAsync(catalog, Last.AddDays(-2), 3, refused: 2);
        await HarvestAsync(catalog, Last.AddDays(-1), 3);
        await HarvestAsync(catalog, Last, 1, heldBecause: "1 courses, where 3 are usual. <b>Look</b>");
        return new(folder, store, await SampleSite.OverAsync(store, new() { Sources = () => About, Operation = OperationReaders.Everybody }, TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task HarvestAsync(LedgerCatalog catalog, DateTimeOffset end, int courses, int refused = 0, string? heldBecause = null)
    {
        var run = await catalog.OpenHarvestAsync(new("portal", RunKind.Harvest, end.AddSeconds(-90)), default);
        Refusal[] refusals = [.. Enumerable.Range(1, refused).Select(i => new Refusal($"x{i}", $"Listing «x{i}» has no title. <script>alert({i})</script>", $"https://portal.example/x{i}"))];
        await catalog.RecordAsync(run, new([.. Enumerable.Range(1, courses).Select(Entry)], refusals, null), default);
        await catalog.CloseHarvestAsync(
            run,
            new(HarvestEnd.Complete, heldBecause, null, new(10, 4, 2048, 27_000), end)
            {
                Filled = new Dictionary<string, double> { ["summary"] = 1, ["price"] = 0.25 },
                Slowest = new("https://portal.example/courses", 1500),
            },
            default);
    }

    private static HarvestEntry Entry(int number)
    {
        var (id, url) = (number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"https://portal.example/{number}");
        var raw = new RawListing { Id = id, Title = "Вигаданий курс", Url = url };
        return new(raw, new() { Id = $"portal.{id}", Source = "portal", SourceId = id, Title = raw.Title, Url = url }, new() { TaggerVersion = "test" });
    }
}
