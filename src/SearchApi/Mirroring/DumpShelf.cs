using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace DcCourseIndex.SearchApi.Mirroring;

/// <summary>
/// Keeps the newest dump as a file and makes another when the catalogue has moved on: however many ask, and however slowly they read,
/// the catalogue is read once and no transaction waits for a reader.
/// </summary>
internal sealed class DumpShelf(WholeCatalogue catalogue, ChangeItems items, IOptions<JsonOptions> json, SearchApiSettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>How long a dump serves although the catalogue has moved on; what it lacks stands in the changes after it.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lazy<string> folder = new(() => Emptied(settings.DumpFolder));
    private volatile Dump? newest;
    private int number;

    /// <summary>The dump to serve now.</summary>
    public async Task<Dump> NewestAsync(CancellationToken ct)
    {
        if (await StandingAsync(ct) is { } standing)
            return standing;
        await turn.WaitAsync(ct);
        try
        {
            // Whoever waited finds what the one before has made. It is made to its end, also when the one who asked goes away.
            return await StandingAsync(ct) ?? (newest = await MakeAsync(newest, CancellationToken.None));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        if (folder.IsValueCreated)
            Directory.Delete(folder.Value, recursive: true);
        turn.Dispose();
    }

    private async Task<Dump?> StandingAsync(CancellationToken ct) =>
        newest is { } known && (clock.GetUtcNow() - known.MadeAt < Fresh || await catalogue.PositionAsync(ct) == known.Position) ? known : null;

    private async Task<Dump> MakeAsync(Dump? before, CancellationToken ct)
    {
        var file = Path.Combine(folder.Value, string.Create(CultureInfo.InvariantCulture, $"{++number}.ndjson.gz"));
        var at = clock.GetUtcNow();
        var (position, count, digest) = await catalogue.ReadAsync((position, count, courses) => Task.FromResult((position, count, Write(file, position, count, courses))), ct);
        await using var packed = File.OpenRead(file);
        var dump = new Dump(file, position, count, digest, await SHA256.HashDataAsync(packed, ct), at);
        if (before is not null)
            File.Delete(before.File);
        return dump;
    }

    private byte[] Write(string file, CatalogPosition position, long count, IEnumerable<CourseChange> courses)
    {
        using var digest = SHA256.Create();
        using (var packed = new GZipStream(File.Create(file), CompressionLevel.Optimal))
        using (var lines = new CryptoStream(packed, digest, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(lines, new DumpHead(position.Epoch, position.Revision, count), json.Value.SerializerOptions);
            foreach (var course in courses)
            {
                lines.WriteByte((byte)'\n');
                JsonSerializer.Serialize(lines, items.Of(course), json.Value.SerializerOptions);
            }
            lines.WriteByte((byte)'\n');
        }
        return digest.Hash!;
    }

    // What a process that was killed left behind is of no use: nobody knows whether it is whole.
    private static string Emptied(string? folder)
    {
        if (folder is null)
            return Directory.CreateTempSubdirectory("dccourseindex-dump-").FullName;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }
}
