using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.Ledger.Upgrading;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

/// <summary>On PostgreSQL.</summary>
[Collection(nameof(PostgresServer))]
public sealed class PostgresUpgradeContract(PostgresServer server) : UpgradeContract
{
    // PostgreSQL came with the tenth; before that there was none to upgrade, and the joining of parallel work is the same on both.
    public static TheoryData<string> Schemas => [.. EarlierStore.Schemas.Where(schema => EarlierStore.Read(schema).IsSupersetOf(Enumerable.Range(1, 10)))];

    [Theory]
    [MemberData(nameof(Schemas))]
    public Task A_store_of_an_earlier_schema_opens_with_all_that_stood_in_it(string schema) => OpensWithAllThatStoodInItAsync(schema);

    protected override LedgerPlace Place() => new(Folder.Path, server.NewSchema());
}
