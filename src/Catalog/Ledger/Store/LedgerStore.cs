using DcCourseIndex.Catalog.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The store behind the ledger: one writer at a time, readers that never wait for it. Safe for many threads and many processes.
/// Everything else in this room works on one of these.
/// </summary>
public sealed class LedgerStore : IDisposable
{
    /// <summary>The purpose of a data folder of the service.</summary>
    public const string Service = "service";

    /// <summary>The purpose of a data folder of the demo.</summary>
    public const string Demo = "demo";

    private readonly SqliteFile file;
    private readonly SqliteConnection writer;
    private readonly SemaphoreSlim turn = new(1, 1);
    private bool disposed;

    private LedgerStore(SqliteFile file, SqliteConnection writer, string purpose)
    {
        this.file = file;
        this.writer = writer;
        Purpose = purpose;
    }

    /// <summary>The file of the store.</summary>
    public string File => file.Path;

    /// <summary>The data folder that the file lies in.</summary>
    internal string Folder => Path.GetDirectoryName(file.Path)!;

    /// <summary>What the folder was made for: <see cref="Service"/> or <see cref="Demo"/>.</summary>
    public string Purpose { get; }

    /// <summary>
    /// Opens the store of a data folder, and makes both where they are not there.
    /// Throws <see cref="LedgerRefusedException"/> for a store that is newer than the program, was made for another purpose, or is none.
    /// </summary>
    public static LedgerStore Open(string folder, TimeProvider clock, string purpose = Service)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (purpose is not (Service or Demo))
        {
            throw new ArgumentException($"A data folder is for «{Service}» or «{Demo}», not «{purpose}».", nameof(purpose));
        }

        Directory.CreateDirectory(folder);
        var file = new SqliteFile(PathIn(folder));
        var writer = file.OpenWriter();
        try
        {
            StoreOpening.Prepare(writer, file.Path, purpose, clock.GetUtcNow());
            ForgottenFile.TakeUp(writer, Path.GetDirectoryName(file.Path)!);
            SqliteFile.WaitInSteps(writer);
            return new LedgerStore(file, writer, purpose);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>What a folder was made for; null where it holds no store. Throws <see cref="LedgerRefusedException"/> where the file is none.</summary>
    public static string? PurposeOf(string folder)
    {
        var file = new SqliteFile(PathIn(folder));
        if (!System.IO.File.Exists(file.Path))
        {
            return null;
        }

        using var visit = file.Visit();
        return StoreOpening.PurposeOf(visit);
    }

    /// <summary>Epoch and newest revision.</summary>
    public Task<CatalogPosition> PositionAsync(CancellationToken ct) => ReadAsync(PositionAsync, ct);

    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        turn.Wait();
        // The readers first: whoever closes the file last folds the write-ahead file into it, and only the writer may.
        file.Release();
        writer.Dispose();
        turn.Dispose();
    }

    internal static async Task<CatalogPosition> PositionAsync(LedgerTransaction reading) =>
        (await reading.FirstAsync<CatalogPosition>("select store.epoch as Epoch, counter.revision as Revision from store, counter"))!;

    /// <summary>Does a piece of writing in one transaction; an exception or a cancellation leaves nothing of it.</summary>
    internal async Task<T> WriteAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var transaction = await SqliteFile.BeginWritingAsync(writer, ct);
            var outcome = await work(new LedgerTransaction(writer, transaction, ct));
            ct.ThrowIfCancellationRequested();
            await transaction.CommitAsync(CancellationToken.None);
            return outcome;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads in one view of the store, beside any writer.</summary>
    internal async Task<T> ReadAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var reader = file.OpenReader();
        await using var view = SqliteFile.BeginReading(reader);
        return await work(new LedgerTransaction(reader, view, ct));
    }

    private static string PathIn(string folder) => Path.Combine(Path.GetFullPath(folder), "catalogue.sqlite");
}
