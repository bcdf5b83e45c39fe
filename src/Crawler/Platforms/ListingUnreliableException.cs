namespace DcCourseIndex.Crawler.Platforms;

/// <summary>The listing as a whole cannot be trusted; the message names the address and the remedy. The harvester ends the run as failed, no course is touched.</summary>
public sealed class ListingUnreliableException(string message, Exception? inner = null) : Exception(message, inner);
