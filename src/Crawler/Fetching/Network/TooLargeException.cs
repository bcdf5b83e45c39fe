namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>More came over the wire than is read; thrown inside a stream, where no value can be returned.</summary>
internal sealed class TooLargeException() : Exception("more bytes than are read");
