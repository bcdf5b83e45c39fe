namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The tables of the ledger in an order in which they can be filled: what a row points to comes before it.</summary>
internal static class TableOrder
{
    /// <summary>Asks an SQLite store, which knows all tables as the other engine does.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(LedgerTransaction sqlite)
    {
        var tables = await sqlite.QueryAsync<string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name <> 'migrations' order by name");
        var parents = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            parents[table] = await sqlite.QueryAsync<string>("select \"table\" from pragma_foreign_key_list(@table)", new { table });
        }

        var order = new List<string>();
        while (order.Count < tables.Count)
        {
            order.AddRange(tables.Where(table => !order.Contains(table) && parents[table].TrueForAll(parent => parent == table || order.Contains(parent))).ToList());
        }

        return order;
    }
}
