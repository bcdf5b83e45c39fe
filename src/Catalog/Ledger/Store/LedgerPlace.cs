using DcCourseIndex.Catalog.Ledger.Postgres;
using DcCourseIndex.Catalog.Ledger.Sqlite;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Where a catalogue is kept: in a file of the data folder, or, with a connection (Npgsql's connection string), in a PostgreSQL database.
/// The folder holds the forgetting list either way.
/// </summary>
public sealed record LedgerPlace(string Folder, string? Connection = null)
{
    /// <summary>The name of the file in the folder, where there is no connection.</summary>
    public string FileName { get; init; } = "catalogue.sqlite";

    /// <summary>A catalogue that is one file of any name: a backup.</summary>
    public static LedgerPlace OfFile(string path) =>
        new(Path.GetDirectoryName(Path.GetFullPath(path))!) { FileName = Path.GetFileName(path) };

    internal ILedgerEngine Engine(TimeProvider clock) => Connection is null
        ? new SqliteFile(Path.Combine(Path.GetFullPath(Folder), FileName))
        : new PostgresDatabase(Connection, clock);
}
