using DcCourseIndex.Catalog.Tests.Ledger.Postgres;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>One server for the tests of several nodes, which run one after another; begun by the first that asks, so that where it is not installed nothing fails.</summary>
public sealed class PostgresOnDemand : IDisposable
{
    private readonly Lazy<PostgresServer> server = new(() => new PostgresServer());

    public PostgresServer Server => server.Value;

    public void Dispose()
    {
        if (server.IsValueCreated)
        {
            server.Value.Dispose();
        }
    }
}

/// <summary>The tests of several nodes.</summary>
[CollectionDefinition(nameof(PostgresOnDemand))]
public sealed class SeveralNodes : ICollectionFixture<PostgresOnDemand>;
