using DcCourseIndex.Catalog.Ledger.Postgres;
using DcCourseIndex.Catalog.Ledger.Sqlite;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Where a catalogue is kept: in a file of the data folder, or, with a connection (Npgsql's connection string), in a PostgreSQL database.
/// The folder holds the forgetting list either way.
/// </summary>
public sealed record LedgerPlace(string Folder, string? Connection = null)
{
    internal ILedgerEngine Engine(TimeProvider clock) => Connection is null
        ? new SqliteFile(Path.Combine(Path.GetFullPath(Folder), "catalogue.sqlite"))
        : new PostgresDatabase(Connection, clock);
}
