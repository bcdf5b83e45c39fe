namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A page as it was last answered with status 200: its validators (RFC 9110 §8.8) as sent, and the decompressed body that they stand for.</summary>
public sealed record RememberedPage(string? ETag, string? LastModified, string? ContentType, ReadOnlyMemory<byte> Body);
