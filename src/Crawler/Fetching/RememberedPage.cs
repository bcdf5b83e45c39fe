namespace DcCourseIndex.Crawler.Fetching;

/// <summary>A page as the portal last sent it, with the validators (RFC 9110 §8.8) to ask whether it changed; kept as sent.</summary>
public sealed record RememberedPage(string? ETag, string? LastModified, string? ContentType, ReadOnlyMemory<byte> Body);
