namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Marks the one page that other sites may show in a frame.</summary>
internal sealed record MayBeFramed;
