namespace DcCourseIndex.Crawler.Normalising;

/// <summary>How long the texts of a course may be, in UTF-16 units; what goes beyond is cut.</summary>
public sealed record TextLimits(int Title = 500, int Summary = 20_000, int Description = 100_000, int TutorNote = 1_000);
