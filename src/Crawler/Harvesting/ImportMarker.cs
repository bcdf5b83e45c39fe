using System.Globalization;
using System.Security.Cryptography;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>Knows an import's file again by its size and its content, so that a cut-off import goes on only in the same file.</summary>
internal sealed record ImportMarker(string File)
{
    /// <summary>Reads the file once. Throws <see cref="IOException"/> where it cannot be read.</summary>
    public static ImportMarker For(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return new ImportMarker(Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    public bool Fits(string marker) => marker.StartsWith(File + ":", StringComparison.Ordinal);

    public string At(int line) => string.Create(CultureInfo.InvariantCulture, $"{File}:{line}");

    public int LinesDone(string? marker) =>
        marker is null ? 0 : int.Parse(marker.AsSpan(File.Length + 1), CultureInfo.InvariantCulture);
}
