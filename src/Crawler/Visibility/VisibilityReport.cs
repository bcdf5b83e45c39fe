namespace DcCourseIndex.Crawler.Visibility;

/// <summary>One thing that decides whether search engines and catalogues find a portal's courses, with the remedy where it stands in their way.</summary>
public sealed record VisibilityLine(string Subject, bool IsGood, string Sentence);

/// <summary>For a portal's owner: how well the courses can be found, as far as a few pages tell.</summary>
public sealed record VisibilityReport(IReadOnlyList<VisibilityLine> Lines, IReadOnlyList<TitleHint> Titles);
