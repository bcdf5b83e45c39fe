using System.Data.Common;
using Dapper;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What happens once when a store is opened: refuse what is not ours, bring the tables up to date, name a new store.</summary>
internal static class StoreOpening
{
    public static void Prepare(ILedgerEngine engine, DbConnection writer, string purpose, DateTimeOffset now)
    {
        var reached = Migrations.Reached(engine, writer);
        var known = Migrations.All[^1].Number;
        if (reached > known)
        {
            throw new LedgerRefusedException(
                $"{engine.Name} is newer than this program: the store is at version {reached}, the program knows up to {known}.",
                "Start the newer program, or restore a backup that this one made.");
        }

        if (Migrations.AreMissing(engine, writer))
        {
            using var transaction = engine.BeginChangingTables(writer);
            var at = Instant.Text(now);
            Migrations.Apply(engine, writer, transaction, at);
            // Another process may have been first with the same new file; its epoch stays.
            writer.Execute(
                "insert into store (only_row, epoch, purpose, created_at) values (1, @epoch, @purpose, @at) on conflict (only_row) do nothing",
                new { epoch = Guid.NewGuid().ToString("N"), purpose, at },
                transaction);
            transaction.Commit();
        }

        if (PurposeOf(engine, writer) is { } other && other != purpose)
        {
            throw new LedgerRefusedException(
                $"{engine.Name} was made for «{other}» and cannot serve as «{purpose}».",
                "Name another folder with --data.");
        }
    }

    /// <summary>Null where the store has no tables yet.</summary>
    public static string? PurposeOf(ILedgerEngine engine, DbConnection connection) =>
        Migrations.Reached(engine, connection) == 0 ? null : connection.ExecuteScalar<string>("select purpose from store");
}
