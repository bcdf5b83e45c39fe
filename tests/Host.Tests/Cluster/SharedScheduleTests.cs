using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Host.Tests.Processes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DcCourseIndex.Host.Tests.Cluster;

[Collection(nameof(PostgresOnDemand))]
public sealed class SharedScheduleTests(PostgresOnDemand postgres) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FactOnPostgres]
    public async Task What_a_node_with_another_configuration_takes_out_of_the_schedule_is_put_back_by_the_one_that_has_it()
    {
        var connection = postgres.Server.NewSchema();
        using var store = LedgerStore.Open(new LedgerPlace(folder.Path, connection), TimeProvider.System);
        await using var north = Schedule("north", connection, "everywhere", "only-here");
        await using var south = Schedule("south", connection, "everywhere");
        await north.StartAsync(default);
        await ExecuteAsync(connection, "create table deleted (name text); create function note() returns trigger language plpgsql as $$ begin insert into deleted values (old.job_name); return old; end $$; create trigger note after delete on quartz_job_details for each row execute function note()");
        await south.StartAsync(default);

        using var patience = new CancellationTokenSource(Patience);
        while (await JobsAsync(connection) is not ["everywhere", "only-here"])
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Contains("only-here", await ReadAsync(connection, "select name from deleted"));
        await south.StopAsync(default);
        await north.StopAsync(default);
    }

    private HarvestSchedule Schedule(string node, string connection, params string[] names) => new(
        [.. names.Select(name => new SourceDefinition { Name = name, Title = name, Platform = "moochub", Enabled = true, Schedule = "0 0 1 1 *" })],
        (_, _) => Task.CompletedTask,
        _ => Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset>>(names.ToDictionary(name => name, _ => TimeProvider.System.GetUtcNow())),
        TimeProvider.System,
        NullLoggerFactory.Instance,
        shared: new SharedClockwork(connection, new Node(node), new LeaseTimes(TimeSpan.FromSeconds(2))));

    private static Task<List<string>> JobsAsync(string connection) => ReadAsync(connection, "select job_name from quartz_job_details order by job_name");

    private static async Task<List<string>> ReadAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}
