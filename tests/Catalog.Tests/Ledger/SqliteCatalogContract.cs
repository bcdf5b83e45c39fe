using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteCatalogContract : CatalogContract
{
    private readonly TemporaryFolder folder = new();

    protected override LedgerStore OpenStore() => LedgerStore.Open(folder.Path, Clock);

    public override void Dispose()
    {
        base.Dispose();
        folder.Dispose();
    }
}
