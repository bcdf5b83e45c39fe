using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Idle reading connections. They hold no transaction, so that the writer's log can be folded back into the file.</summary>
internal sealed class ConnectionPool(string folder) : IDisposable
{
    private const int MostIdle = 8;
    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private volatile bool _closed;

    public ReadConnection Take() => _idle.TryTake(out var connection) ? connection : new ReadConnection(folder);

    public void Return(ReadConnection connection)
    {
        try
        {
            connection.End();
        }
        catch (SqliteException)
        {
            // A connection whose transaction is broken is not used again; what broke it has been thrown already.
            connection.Dispose();
            return;
        }

        if (_closed || _idle.Count >= MostIdle)
        {
            connection.Dispose();
            return;
        }

        _idle.Add(connection);
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
