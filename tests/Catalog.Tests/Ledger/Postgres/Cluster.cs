using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger.Postgres;

/// <summary>A catalogue on the server, and the parts of any number of nodes on it, each over a store of its own as if in another process.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string connection;
    private readonly List<LedgerStore> stores = [];

    public Cluster(PostgresServer server)
    {
        connection = server.NewSchema();
        Store = Another();
    }

    public LedgerStore Store { get; }

    public LedgerStore Another()
    {
        var store = LedgerStore.Open(new LedgerPlace(folder.Path, connection), TimeProvider.System);
        stores.Add(store);
        return store;
    }

    public Leases Leases(string node, LeaseTimes times, TimeProvider? clock = null) => new(Store, new Node(node), times, clock ?? TimeProvider.System);

    public LedgerCatalog Catalog() => new(Store, new LedgerOptions(), TimeProvider.System);

    public HostSlots Slots(string node, LeaseTimes times) => new(Store, new Node(node), times);

    public void Dispose()
    {
        stores.ForEach(store => store.Dispose());
        folder.Dispose();
    }
}
