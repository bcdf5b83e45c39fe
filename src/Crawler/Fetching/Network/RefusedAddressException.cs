namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>A name led to an address that the guard refuses; thrown while connecting, where no value can be returned.</summary>
internal sealed class RefusedAddressException(string message) : Exception(message);
