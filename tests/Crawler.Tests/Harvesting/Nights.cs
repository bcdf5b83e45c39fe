using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Harvesting.Judging;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Work;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>A crawler with a real store, to harvest one source night after night. The clock stands still between nights.</summary>
internal sealed class Nights : IDisposable
{
    private static readonly string[] Written = ["course_texts", "raw_listings", "pages"];

    private readonly string folder = Directory.CreateTempSubdirectory("dcc-nights-").FullName;
    private readonly SourceDefinition source;
    private readonly Harvester harvester;

    public Nights(SourceDefinition source)
    {
        this.source = source with { Trusted = true };
        Store = LedgerStore.Open(folder, Clock);
        Catalog = new LedgerCatalog(Store, new LedgerOptions(), Clock);
        harvester = new(
            Catalog,
            LoopbackPortal.Fetchers(clock: Clock, memory: new PageMemory(Store, Clock)),
            AllPlatforms.Create(_ => null).ToDictionary(platform => platform.Name),
            Prepared.Listings(),
            new RunJudge(new RunEvidence(Store)),
            Clock,
            NullLogger<Harvester>.Instance,
            new HarvestMemory(Store));
    }

    public ManualClock Clock { get; } = new();

    public LedgerStore Store { get; }

    public LedgerCatalog Catalog { get; }

    /// <summary>One run, and then the clock goes on to the next night.</summary>
    public async Task<HarvestReport> HarvestAsync(bool full = false)
    {
        var report = await harvester.HarvestAsync(source, null, CancellationToken.None, full: full);
        Clock.Advance(TimeSpan.FromDays(1));
        return report;
    }

    /// <summary>One run that is stopped after its first page of listings.</summary>
    public async Task<HarvestReport> InterruptAsync()
    {
        using var stop = new CancellationTokenSource();
        return await harvester.HarvestAsync(source, new AtOnce(stop.Cancel), stop.Token);
    }

    /// <summary>Counts from now on every row that is written into the tables of texts, listings and pages.</summary>
    public void WatchWriting()
    {
        using var connection = Open();
        Execute(connection, "create table written (what text)");
        foreach (var table in Written)
        {
            foreach (var act in new[] { "insert", "update", "delete" })
            {
                Execute(connection, $"create trigger {table}_{act} after {act} on {table} begin insert into written values ('{act} {table}'); end");
            }
        }
    }

    public IReadOnlyList<string> WrittenSince()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select what from written";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store.Name, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
