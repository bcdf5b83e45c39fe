using System.Data.Common;

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

    private const int Tries = 5;

    private readonly ILedgerEngine engine;
    private readonly DbConnection writer;
    private readonly SemaphoreSlim turn = new(1, 1);
    private bool disposed;

    private LedgerStore(ILedgerEngine engine, DbConnection writer, string folder, string purpose)
    {
        this.engine = engine;
        this.writer = writer;
        Folder = folder;
        Purpose = purpose;
    }

    /// <summary>The store in messages: its file, or its server and database.</summary>
    public string Name => engine.Name;

    /// <summary>Whether several machines may work on it at once; then the cluster's leases, gates and signs of life are in it.</summary>
    public bool IsShared => engine.IsShared;

    /// <summary>The data folder, which holds the forgetting list.</summary>
    internal string Folder { get; }

    /// <summary>What the folder was made for: <see cref="Service"/> or <see cref="Demo"/>.</summary>
    public string Purpose { get; }

    /// <summary>
    /// Opens a store, and makes its tables and the data folder where they are not there.
    /// Throws <see cref="LedgerRefusedException"/> for a store that is newer than the program, was made for another purpose, or is none.
    /// </summary>
    public static LedgerStore Open(LedgerPlace place, TimeProvider clock, string purpose = Service)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (purpose is not (Service or Demo))
        {
            throw new ArgumentException($"A data folder is for «{Service}» or «{Demo}», not «{purpose}».", nameof(purpose));
        }

        var folder = Path.GetFullPath(place.Folder);
        Directory.CreateDirectory(folder);
        var engine = place.Engine(clock);
        DbConnection? writer = null;
        try
        {
            writer = engine.OpenWriter();
            StoreOpening.Prepare(engine, writer, purpose, clock.GetUtcNow());
            ForgottenFile.TakeUp(writer, folder);
            engine.Ready(writer);
            return new LedgerStore(engine, writer, folder, purpose);
        }
        catch (Exception failure)
        {
            writer?.Dispose();
            engine.Dispose();
            if (failure is not DbException lost || !engine.IsLost(lost))
            {
                throw;
            }

            throw new LedgerRefusedException($"{engine.Name} does not let us in: it went away while the catalogue was being opened. {lost.Message}", "Start the server, and start again; a service manager does so by itself.");
        }
    }

    /// <summary>The same for a store that is a file of its data folder.</summary>
    public static LedgerStore Open(string folder, TimeProvider clock, string purpose = Service) => Open(new LedgerPlace(folder), clock, purpose);

    /// <summary>What a store was made for; null where there is none. Throws <see cref="LedgerRefusedException"/> where something else is in its place.</summary>
    public static string? PurposeOf(LedgerPlace place)
    {
        using var engine = place.Engine(TimeProvider.System);
        if (!engine.Exists)
        {
            return null;
        }

        using var visit = engine.Visit();
        return StoreOpening.PurposeOf(engine, visit);
    }

    /// <summary>The same for a store that is a file of its data folder.</summary>
    public static string? PurposeOf(string folder) => PurposeOf(new LedgerPlace(folder));

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
        // The readers first: of an SQLite file, whoever closes it last folds the write-ahead file into it, and only the writer may.
        engine.Dispose();
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
            await using var transaction = await engine.BeginWritingAsync(writer, ct);
            var outcome = await work(new LedgerTransaction(engine, writer, transaction, ct));
            ct.ThrowIfCancellationRequested();
            await transaction.CommitAsync(CancellationToken.None);
            return outcome;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The same for work that may be done twice: where the connection went, nobody knows whether it was done, and it is done again.</summary>
    internal async Task<T> RepeatAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await WriteAsync(work, ct);
            }
            catch (DbException lost) when (tried < Tries && engine.IsLost(lost))
            {
                // The next beginning waits for the server.
            }
        }
    }

    /// <summary>A short piece of writing of a shared store that waits for no other writer; nothing with a revision is touched by it.</summary>
    internal async Task<T> BesideAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await engine.OpenBesideAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var outcome = await work(new LedgerTransaction(engine, connection, transaction, ct));
        await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }

    /// <summary>Reads in one view of the store, beside any writer.</summary>
    internal async Task<T> ReadAsync<T>(Func<LedgerTransaction, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var reader = await engine.OpenReaderAsync(ct);
        await using var view = engine.BeginReading(reader);
        return await work(new LedgerTransaction(engine, reader, view, ct));
    }

    internal Task CountOnAsync(LedgerTransaction writing, IReadOnlyList<string> tables) => engine.CountOnAsync(writing, tables);

    internal Task<List<string>> CheckAsync(LedgerTransaction reading) => engine.CheckAsync(reading);
}
