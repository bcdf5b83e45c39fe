namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A page as it was last answered with status 200: its validators (RFC 9110 §8.8) as sent, and the decompressed body that they stand for.</summary>
public sealed record RememberedPage(string? ETag, string? LastModified, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers of that answer which «not modified» does not repeat and which still hold: what the owner says about indexing and mining.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>When it was remembered, or last found unchanged (to within a month).</summary>
    public DateTimeOffset SeenAt { get; init; }
}
