namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>How far a run is, told after every page: courses found and listings refused so far, requests made, and the portal's own total where it tells one.</summary>
public sealed record HarvestProgress(string Source, int Found, int Refused, long Requests, int? Expected);
