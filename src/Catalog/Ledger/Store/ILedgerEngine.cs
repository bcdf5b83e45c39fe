using System.Data.Common;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// What each engine under the ledger does in its own way; all SQL beside it is written once for every engine. One writing transaction at a time
/// over all processes, readers that see one state and never wait for it. Whoever begins waits for his turn as long as it takes, and
/// an engine that lost its connection finds it again first; what fails inside a transaction fails whole.
/// </summary>
internal interface ILedgerEngine : IDisposable
{
    /// <summary>The store in messages; without a secret.</summary>
    string Name { get; }

    /// <summary>Its word in the names of migrations that are meant for it alone.</summary>
    string Kind { get; }

    /// <summary>Whether several machines may work on the store.</summary>
    bool IsShared { get; }

    /// <summary>Whether there is anything to open; false: nothing was made yet.</summary>
    bool Exists { get; }

    /// <summary>The one writing connection of a process. Throws <see cref="LedgerRefusedException"/> where there is no store of this kind.</summary>
    DbConnection OpenWriter();

    /// <summary>A connection for one look before the store is in use.</summary>
    DbConnection Visit();

    Task<DbConnection> OpenReaderAsync(CancellationToken ct);

    /// <summary>A connection of a shared store for a short piece of writing beside the one writer.</summary>
    Task<DbConnection> OpenBesideAsync(CancellationToken ct);

    Task<DbTransaction> BeginWritingAsync(DbConnection writer, CancellationToken ct);

    /// <summary>One view of the store for all reads inside it.</summary>
    DbTransaction BeginReading(DbConnection reader);

    /// <summary>Whether a failure says that the connection went, so that nothing is known to be wrong with what was asked.</summary>
    bool IsLost(DbException failure);

    /// <summary>A transaction for changing tables; a second process waits until the first has done it.</summary>
    DbTransaction BeginChangingTables(DbConnection writer);

    /// <summary>Whether a table is there.</summary>
    bool HasTable(DbConnection connection, string name);

    /// <summary>A migration as the engine spells it.</summary>
    string SpellTables(string sql);

    /// <summary>A statement as the engine spells it.</summary>
    string Spell(string sql);

    /// <summary>The values of a statement (an object with a property for each, or a list of such) as the engine takes them.</summary>
    object? Values(string sql, object? values);

    /// <summary>One value as the engine takes it.</summary>
    object Value(object value);

    /// <summary>The tables are there; from now on the writer is in everyday use.</summary>
    void Ready(DbConnection writer);

    /// <summary>Rows came with numbers of their own: columns that count themselves go on behind the highest.</summary>
    Task CountOnAsync(LedgerTransaction writing, IReadOnlyList<string> tables);

    /// <summary>What the engine itself finds wrong with the store; empty means nothing.</summary>
    Task<List<string>> CheckAsync(LedgerTransaction reading);
}
