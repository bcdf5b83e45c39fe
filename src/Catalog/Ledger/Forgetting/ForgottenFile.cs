using System.Data.Common;
using System.Text.Json;
using Dapper;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The forgetting list beside the store: <c>forgotten.jsonl</c>, one digest a line. A store that comes back from a backup knows nothing of
/// what was forgotten since, and takes it up from here when it is opened.
/// </summary>
internal static class ForgottenFile
{
    public const string Name = "forgotten.jsonl";

    /// <summary>Adds a line, on the disk before it returns.</summary>
    public static async Task AddAsync(string folder, ForgottenLine line, CancellationToken ct)
    {
        await using var file = new FileStream(Path.Combine(folder, Name), FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Wire.Json), ct);
        file.WriteByte((byte)'\n');
        file.Flush(flushToDisk: true);
    }

    /// <summary>Enters into the store what it does not know; there it waits to be applied. A line that cannot be read is a refusal: going on would name somebody again.</summary>
    public static void TakeUp(DbConnection writer, string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return;
        }

        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (text.Length > 0)
            {
                writer.Execute(Insert, Read(text) ?? throw new LedgerRefusedException(
                    $"{path}, line {number}: this is no entry of a forgetting list.",
                    "Take the line out if it was cut off by a crash, or bring the file back from a backup."));
            }
        }
    }

    /// <summary>Does nothing where the entry is known.</summary>
    public const string Insert = """
        insert into forgotten (digest, kind, words, forgotten_at) values (@Digest, @Kind, @Words, @At)
        on conflict (digest) do nothing
        """;

    private static ForgottenLine? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ForgottenLine>(text, Wire.Json) is { Digest.Length: 64, Kind: Forgotten.CourseKind or Forgotten.PersonKind, At.Length: > 0 } line ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An entry of the file. <paramref name="At"/> as times stand in the store.</summary>
internal sealed record ForgottenLine(string Kind, string Digest, int Words, string At);
