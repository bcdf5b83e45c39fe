using System.Data.Common;
using System.Security.Cryptography;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A backup as it lies on the disk. <paramref name="Wrong"/> names what is not sound, a sentence each; empty: it can be restored.</summary>
public sealed record BackupFile(string Path, long Bytes, string Sha256, MovedCatalogue? Copied, IReadOnlyList<string> Wrong);

/// <summary>
/// Backups of the catalogue: one SQLite file, whichever engine keeps the catalogue, taken in one view while others read and write, and looked
/// through before it takes its name. An index is not in it: it is rebuilt from the catalogue.
/// </summary>
public static class CatalogBackup
{
    /// <summary>Throws <see cref="LedgerRefusedException"/> where there is no catalogue, or the file is there already; where the copy is not sound no file is left.</summary>
    public static async Task<BackupFile> TakeAsync(LedgerPlace from, string file, TimeProvider clock, CancellationToken ct)
    {
        var path = System.IO.Path.GetFullPath(file);
        if (File.Exists(path))
        {
            throw new LedgerRefusedException($"{path} is there already.", "Name another file; a backup is never written over.");
        }

        var partial = path + ".partial";
        Remove(partial);
        try
        {
            var copied = await CatalogMove.CopyAsync(from, LedgerPlace.OfFile(partial), clock, ct);
            var wrong = await LookAsync(partial, clock, ct);
            if (wrong.Count > 0)
            {
                return new BackupFile(path, 0, "", copied, wrong);
            }

            File.Move(partial, path);
            return Of(path, copied, wrong);
        }
        finally
        {
            Remove(partial);
        }
    }

    /// <summary>Looks through a backup without changing it. Throws <see cref="LedgerRefusedException"/> where the file is none.</summary>
    public static async Task<BackupFile> VerifyAsync(string file, TimeProvider clock, CancellationToken ct) =>
        await WithCopyAsync(file, async copy => Of(System.IO.Path.GetFullPath(file), null, await LookAsync(copy, clock, ct)));

    /// <summary>
    /// Puts a backup in the place of a catalogue, in one transaction, and starts a new epoch, so that every follower begins anew. A catalogue
    /// that holds anything is only replaced where that is asked for. What was forgotten since the backup is forgotten again.
    /// </summary>
    public static Task<MovedCatalogue> RestoreAsync(string file, LedgerPlace to, bool replace, TimeProvider clock, CancellationToken ct) => WithCopyAsync(
        file,
        async copy =>
        {
            if (await LookAsync(copy, clock, ct) is [var first, ..])
            {
                throw new LedgerRefusedException($"{file} is not sound: {first}", "Take another backup.");
            }

            var moved = await CatalogMove.CopyAsync(LedgerPlace.OfFile(copy), to, clock, ct, replace, newEpoch: true);
            // Opening takes up the forgetting list that lies beside the catalogue.
            LedgerStore.Open(to, clock, LedgerStore.PurposeOf(to)!).Dispose();
            return moved;
        });

    private static BackupFile Of(string path, MovedCatalogue? copied, IReadOnlyList<string> wrong)
    {
        using var stream = File.OpenRead(path);
        return new BackupFile(path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)), copied, wrong);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(string file, TimeProvider clock, CancellationToken ct)
    {
        var place = LedgerPlace.OfFile(file);
        try
        {
            var purpose = LedgerStore.PurposeOf(place) ?? throw new LedgerRefusedException($"{file} holds no catalogue.", "Name a file that «backup» wrote.");
            using var store = LedgerStore.Open(place, clock, purpose);
            return await new CatalogCheck(store).RunAsync(ct);
        }
        catch (DbException broken)
        {
            return [$"It cannot be read: {broken.Message}."];
        }
    }

    // Opening brings tables up to date, and a backup shall stay as it was taken.
    private static async Task<T> WithCopyAsync<T>(string file, Func<string, Task<T>> work)
    {
        if (!File.Exists(file))
        {
            throw new LedgerRefusedException($"{System.IO.Path.GetFullPath(file)}: there is no such file.", "Name a file that «backup» wrote.");
        }

        var folder = Directory.CreateTempSubdirectory("dccourseindex-backup-");
        try
        {
            var copy = System.IO.Path.Combine(folder.FullName, "catalogue.sqlite");
            File.Copy(file, copy);
            return await work(copy);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Remove(string partial)
    {
        foreach (var path in new[] { partial, partial + "-wal", partial + "-shm" }) File.Delete(path);
    }
}
