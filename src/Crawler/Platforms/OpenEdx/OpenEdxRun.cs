using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>One run of a course as the course list shows it.</summary>
/// <param name="Key">The whole course key, <c>course-v1:Org+Num+Run</c> or <c>Org/Num/Run</c>.</param>
/// <param name="Course">Organisation and number without the run: what stays when a new run opens.</param>
/// <param name="Name">HTML-escaped, as the interface delivers it.</param>
internal sealed record OpenEdxRun(string Key, string Course, string Name)
{
    public string? Organisation { get; init; }
    public string? ShortDescription { get; init; }
    public string? Effort { get; init; }
    public string? Pacing { get; init; }
    public bool InvitationOnly { get; init; }
    public string? Image { get; init; }

    /// <summary>Null where the run has no date of its own (the platform's default is the year 2030).</summary>
    public DateTimeOffset? Start { get; init; }
    public RawInstance? Dates { get; init; }
}

/// <summary>One page of the course list. <paramref name="Next"/> is the query of the next page; <paramref name="Strange"/> holds entries that name no course.</summary>
internal sealed record OpenEdxPage(IReadOnlyList<OpenEdxRun> Runs, IReadOnlyList<string> Strange, Uri? Next, int Hidden);
