namespace DcCourseIndex.Crawler.Platforms;

/// <summary>The listing as a whole cannot be trusted; the message names the address and the remedy. No course is touched: the harvester holds the run where some pages were read before it, and ends it as failed otherwise.</summary>
public sealed class ListingUnreliableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The way that was tried is closed to us, and another of the same platform may be open.</summary>
    public bool IsClosed { get; init; }
}
