using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Catalog.Tests.DigComp;

namespace DcCourseIndex.Catalog.Tests.Ledger.Upgrading;

/// <summary>Makes a store as an earlier program left it: some migrations, and after each the rows that <c>stores</c> keeps of its time.</summary>
internal static partial class EarlierStore
{
    private static readonly string Rows = Path.Combine(ProjectFiles.Root, "tests", "Catalog.Tests", "Ledger", "Upgrading", "stores");

    /// <summary>The schemas that there were: one after the other, and those that stood for a while when parallel work was joined.</summary>
    public static IReadOnlyList<string> Schemas { get; } =
    [
        .. Migrations.All.Select((_, last) => string.Join(' ', Migrations.All.Take(last + 1).Select(migration => migration.Number))),
        "1 2 9",
        "1 2 4 9",
        "1 2 4 7 9",
        "1 2 3 4 7 9",
        "1 2 3 4 5 7 9",
        "1 2 3 4 5 7 8 9",
        "1 2 3 4 5 6 7 8 9 10 11 12 15",
    ];

    /// <summary>The numbers of a schema.</summary>
    public static IReadOnlySet<int> Read(string schema) => schema.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet();

    public static void Make(LedgerPlace place, IReadOnlySet<int> schema)
    {
        using var engine = place.Engine(TimeProvider.System);
        using var connection = engine.OpenWriter();
        using var transaction = connection.BeginTransaction();
        connection.Execute(engine.SpellTables("create table migrations (number bigint not null primary key, name text not null, applied_at text not null)"), transaction: transaction);
        foreach (var migration in Migrations.All.Where(migration => schema.Contains(migration.Number)))
        {
            if (migration.SpelledFor(engine) is { } sql)
            {
                connection.Execute(sql, transaction: transaction);
            }

            connection.Execute("insert into migrations (number, name, applied_at) values (@Number, @Name, '2026-11-01T01:00:00.0000000Z')", new { migration.Number, migration.Name }, transaction);
            var file = Path.Combine(Rows, migration.Number.ToString("0000", CultureInfo.InvariantCulture) + ".sql");
            if (File.Exists(file))
            {
                Run(connection, transaction, place.Connection is not null, File.ReadAllText(file));
            }
        }

        transaction.Commit();
    }

    private static void Run(DbConnection connection, DbTransaction transaction, bool postgres, string rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = PackedValue().Replace(rows, value =>
        {
            var hex = Convert.ToHexStringLower(Packed.Bytes(Encoding.UTF8.GetBytes(value.Groups[1].Value)));
            return postgres ? $"'\\x{hex}'" : $"x'{hex}'";
        });
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"packed\('([^']*)'\)")]
    private static partial Regex PackedValue();
}
