using System.Globalization;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>One file that a portal sent. <paramref name="Stamp"/> is another where the file is another; null where it cannot be told.</summary>
internal sealed record PortalFile(string Name, Func<Stream> Open, string? Stamp, bool Reserved = false)
{
    // What is still being written, or is no table, is left alone.
    private static readonly string[] Kinds = [".csv", ".tsv", ".txt", ".ndjson", ".jsonl"];

    /// <summary>The files of the source in the order of their names. Throws <see cref="ListingUnreliableException"/> where there is none.</summary>
    public static async Task<IReadOnlyList<PortalFile>> OfAsync(SourceDefinition source, IPageFetcher fetcher, CancellationToken ct)
    {
        var address = source.Document();
        if (!address.IsFile) return [await FetchedAsync(address, fetcher, ct)];
        var path = address.LocalPath;
        var files = Directory.Exists(path)
            ? Directory.GetFiles(path).Where(file => Kinds.Contains(Path.GetExtension(file).ToLowerInvariant()) && !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal).ToList()
            : File.Exists(path) ? [path] : throw new ListingUnreliableException($"{path}: there is no such folder or file; correct `address:` in {source.Name}.yml (a relative path counts from that file).");
        return files.Count > 0
            ? [.. files.Select(Local)]
            : throw new ListingUnreliableException($"{path}: no file there ends in {string.Join(", ", Kinds)}; put the portal's file there.");
    }

    private static PortalFile Local(string path)
    {
        var info = new FileInfo(path);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{info.Name} {info.Length} {info.LastWriteTimeUtc.Ticks}");
        return new PortalFile(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024, FileOptions.SequentialScan), stamp);
    }

    private static async Task<PortalFile> FetchedAsync(Uri address, IPageFetcher fetcher, CancellationToken ct)
    {
        var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = "text/csv,application/x-ndjson,text/plain" }, ct);
        if (page.Failure is { Kind: FailureKind.TooLarge } large) throw new ListingUnreliableException($"{address}: {large.Message} Download such a file into a folder, and write that folder as `address:`.");
        Answers.Demand(page);
        return new PortalFile(page.Address.AbsoluteUri, () => new MemoryStream(page.Body.ToArray(), writable: false), null, page.Rules.Reserved);
    }
}
