namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>One call's hold on the index: a connection inside a read transaction, the snapshot of exactly that state, and the engine's own files as of it.</summary>
internal sealed class Session : IDisposable
{
    private readonly ConnectionPool _pool;

    public Session(ConnectionPool pool, Snapshots snapshots, Func<long, IDisposable?> hold)
    {
        _pool = pool;
        Connection = pool.Take();
        try
        {
            (Snapshot, Held) = Begin(snapshots, hold);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public ReadConnection Connection { get; }

    public Snapshot Snapshot { get; }

    /// <summary>What the engine holds for this call.</summary>
    public IDisposable Held { get; }

    public void Dispose()
    {
        Held.Dispose();
        _pool.Return(Connection);
    }

    private (Snapshot Snapshot, IDisposable Held) Begin(Snapshots snapshots, Func<long, IDisposable?> hold)
    {
        while (true)
        {
            var (position, seq) = Connection.Begin();
            if (snapshots.At(Connection, position, seq) is { } snapshot && hold(seq) is { } held)
            {
                return (snapshot, held);
            }

            // Another reader, or the writer, has met a later commit in between.
            Connection.End();
        }
    }
}
