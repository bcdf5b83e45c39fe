namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>One of several courses that a post announces.</summary>
/// <param name="Link">Its page, outside the site.</param>
/// <param name="Title">As the list, table or heading names it; plain.</param>
/// <param name="Text">What the post says of this course alone, a line each; plain.</param>
internal sealed record AnnouncedCourse(Uri Link, string Title, string Text)
{
    /// <summary>Whose course it is, where a column or brackets say so.</summary>
    public string? Provider { get; init; }
}
