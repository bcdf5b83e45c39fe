using System.Data.Common;
using Dapper;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A source that was added from the pages: the text of its file, and who wanted it.</summary>
public sealed record AddedSource(string Name, string FileText, string By, DateTimeOffset At);

/// <summary>Sources that were added from the pages. They lie in the catalogue because nothing is written into the configuration while the service runs.</summary>
public sealed class AddedSources(LedgerStore store, TimeProvider clock)
{
    private const string Select = "select name as Name, file_text as FileText, added_by as AddedBy, added_at as AddedAt from added_sources order by name";

    /// <summary>Keeps a source; false where one of that name is kept already.</summary>
    public Task<bool> AddAsync(string name, string fileText, string by, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync(
            "insert into added_sources (name, file_text, added_by, added_at) values (@name, @fileText, @by, @at) on conflict (name) do nothing",
            new { name, fileText, by, at = Instant.Text(clock.GetUtcNow()) }) > 0,
        ct);

    /// <summary>Lets go of a source, not of its courses; false where none of that name is kept.</summary>
    public Task<bool> RemoveAsync(string name, CancellationToken ct) => store.WriteAsync(
        async tx => await tx.ExecuteAsync("delete from added_sources where name = @name", new { name }) > 0, ct);

    /// <summary>All of them, by name.</summary>
    public Task<IReadOnlyList<AddedSource>> ListAsync(CancellationToken ct) => store.ReadAsync<IReadOnlyList<AddedSource>>(
        async tx => [.. (await tx.QueryAsync<Row>(Select)).Select(row => row.ToSource())], ct);

    /// <summary>The same before the store is in use, without making one; none where it cannot be read, which whoever opens it learns.</summary>
    public static IReadOnlyList<AddedSource> Peek(LedgerPlace place)
    {
        try
        {
            using var engine = place.Engine(TimeProvider.System);
            if (!engine.Exists)
            {
                return [];
            }

            using var visit = engine.Visit();
            return engine.HasTable(visit, "added_sources") ? [.. visit.Query<Row>(Select).Select(row => row.ToSource())] : [];
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException or LedgerRefusedException)
        {
            return [];
        }
    }

    private sealed class Row
    {
        public string Name { get; init; } = "";
        public string FileText { get; init; } = "";
        public string AddedBy { get; init; } = "";
        public string AddedAt { get; init; } = "";

        public AddedSource ToSource() => new(Name, FileText, AddedBy, Instant.Of(AddedAt));
    }
}
