using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>One run of a course as the course list, the search or the catalogue page shows it.</summary>
/// <param name="Key">The whole course key, <c>course-v1:Org+Num+Run</c> or <c>Org/Num/Run</c>.</param>
/// <param name="Course">Organisation and number without the run: what stays when a new run opens.</param>
/// <param name="Name">HTML-escaped, as the course list delivers it.</param>
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

/// <summary>What only the search tells of a run: the course list has neither language nor modes.</summary>
/// <param name="Overview">Text without markup, HTML-escaped.</param>
internal sealed record OpenEdxFound(OpenEdxRun Run, string? Language, IReadOnlyList<string> Modes, string? Overview);

/// <summary>One page of the search's answer. <paramref name="Total"/> is what the search claims, and may be wrong.</summary>
internal sealed record OpenEdxSearchPage(IReadOnlyList<OpenEdxFound> Found, int Results, long? Total);

/// <summary>What the details of a run add to its entry in a list. <paramref name="Overview"/> is HTML.</summary>
internal sealed record OpenEdxAbout(string? Overview)
{
    public string? Name { get; init; }
    public string? Organisation { get; init; }
    public string? Summary { get; init; }
    public string? Image { get; init; }
    public string? Effort { get; init; }
    public RawInstance? Dates { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>By invitation alone; null where the page does not say.</summary>
    public bool? Invitation { get; init; }
    public WrittenPrice? Price { get; init; }
}
