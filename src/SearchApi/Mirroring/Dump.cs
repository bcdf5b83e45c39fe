using System.Globalization;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Mirroring;

/// <summary>A copy of the whole catalogue at one revision, packed in a file. The digests are SHA-256 of the lines and of their gzip.</summary>
internal sealed record Dump(string File, CatalogPosition Position, long Count, byte[] Digest, byte[] PackedDigest, DateTimeOffset MadeAt)
{
    /// <summary>What it is called where it is saved; the revision tells two apart.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"courses-{Position.Revision}.ndjson");

    /// <summary>In the form of sha256sum, of the lines and of the packed file.</summary>
    public string Checksums => $"{Convert.ToHexStringLower(Digest)}  {Name}\n{Convert.ToHexStringLower(PackedDigest)}  {Name}.gz\n";

    /// <summary>The packed lines; whoever reads them goes on when a newer dump takes the file's place.</summary>
    public FileStream Open() => new(File, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
