using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger.Postgres;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Tests.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Host.Tests.Cluster;

[Collection(nameof(PostgresOnDemand))]
public sealed class FarewellTests
{
    [FactOnPostgres]
    public async Task A_node_that_is_told_to_stop_waits_seconds_for_a_server_that_is_gone()
    {
        using var folder = new TempFolder();
        using var server = new PostgresServer();
        var clock = new ManualClock();
        using var store = LedgerStore.Open(new LedgerPlace(folder.Path, server.NewSchema()), clock);
        using var beats = new NodeBeats(new NodeSigns(store, new Node("east"), LeaseTimes.Standard, clock), LeaseTimes.Standard, [Role.Search], clock, NullLogger<NodeBeats>.Instance);
        await beats.StartAsync(default);
        server.Stop("immediate");

        var stopping = beats.StopAsync(default);
        var patience = await clock.TimerAsync(left => left > TimeSpan.FromSeconds(2) && left < TimeSpan.FromSeconds(10));
        clock.Advance(patience);

        await stopping.WaitAsync(TimeSpan.FromMinutes(1));
        server.Begin();
    }
}
