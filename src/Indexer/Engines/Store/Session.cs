namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>One call's hold on the index: a connection inside a read transaction and the snapshot of exactly that state.</summary>
internal sealed class Session : IDisposable
{
    private readonly ConnectionPool _pool;

    public Session(ConnectionPool pool, Snapshots snapshots)
    {
        _pool = pool;
        Connection = pool.Take();
        try
        {
            Snapshot = Begin(snapshots);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public ReadConnection Connection { get; }

    public Snapshot Snapshot { get; }

    public void Dispose() => _pool.Return(Connection);

    private Snapshot Begin(Snapshots snapshots)
    {
        while (true)
        {
            var (position, seq) = Connection.Begin();
            if (snapshots.At(Connection, position, seq) is { } snapshot)
            {
                return snapshot;
            }

            // Another reader has met a later commit in between.
            Connection.End();
        }
    }
}
