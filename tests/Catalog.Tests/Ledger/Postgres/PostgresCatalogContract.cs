using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

/// <summary>The contract on PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresCatalogContract(PostgresServer server) : CatalogContract
{
    private readonly TemporaryFolder folder = new();
    private readonly string connection = server.NewSchema();

    protected override LedgerStore OpenStore() => LedgerStore.Open(new LedgerPlace(folder.Path, connection), Clock);

    public override void Dispose()
    {
        base.Dispose();
        folder.Dispose();
    }
}

/// <summary>One server for all tests that need one.</summary>
[CollectionDefinition(nameof(PostgresServer))]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>;
