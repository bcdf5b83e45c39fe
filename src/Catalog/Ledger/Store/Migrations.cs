using System.Data.Common;
using System.Globalization;
using Dapper;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>One numbered step in the life of the store's tables.</summary>
/// <param name="Engine">The engine that alone has it, in words of its own; null: all have it.</param>
internal sealed record Migration(int Number, string Name, string Sql, string? Engine)
{
    /// <summary>The step in the engine's words; null where it is none of its.</summary>
    public string? SpelledFor(ILedgerEngine engine) => Engine is null ? engine.SpellTables(Sql) : Engine == engine.Kind ? Sql : null;
}

/// <summary>The numbered SQL files inside the program, applied once each and remembered in the store.</summary>
internal static class Migrations
{
    private const string Folder = "DcCourseIndex.Catalog.Ledger.Store.Migrations.";

    public static readonly IReadOnlyList<Migration> All = Load();

    /// <summary>The highest migration that a store has had; 0 for a new file.</summary>
    public static int Reached(ILedgerEngine engine, DbConnection connection) =>
        engine.HasTable(connection, "migrations") ? connection.ExecuteScalar<int>("select coalesce(max(number), 0) from migrations") : 0;

    /// <summary>Whether a store lacks a step that this program knows. Steps of parallel work were joined in another order than they count, so the highest number does not tell.</summary>
    public static bool AreMissing(ILedgerEngine engine, DbConnection connection) =>
        !engine.HasTable(connection, "migrations") || All.Select(migration => migration.Number).Except(Applied(connection)).Any();

    /// <summary>Applies what is missing inside the given transaction.</summary>
    public static void Apply(ILedgerEngine engine, DbConnection connection, DbTransaction transaction, string at)
    {
        connection.Execute(engine.SpellTables("create table if not exists migrations (number bigint not null primary key, name text not null, applied_at text not null)"), transaction: transaction);
        var applied = Applied(connection, transaction);
        foreach (var migration in All.Where(migration => !applied.Contains(migration.Number)))
        {
            if (migration.SpelledFor(engine) is { } sql)
            {
                connection.Execute(sql, transaction: transaction);
            }

            connection.Execute(
                "insert into migrations (number, name, applied_at) values (@Number, @Name, @at)",
                new { migration.Number, migration.Name, at },
                transaction);
        }
    }

    private static HashSet<int> Applied(DbConnection connection, DbTransaction? transaction = null) =>
        [.. connection.Query<int>("select number from migrations", transaction: transaction)];

    private static List<Migration> Load()
    {
        var assembly = typeof(Migrations).Assembly;
        var migrations = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var name = resource[Folder.Length..];
            migrations.Add(new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd(), name.Split('.') is [_, var engine, "sql"] ? engine : null));
        }

        return [.. migrations.OrderBy(migration => migration.Number)];
    }
}
