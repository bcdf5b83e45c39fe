namespace DcCourseIndex.Catalog.Courses;

/// <summary>
/// A course as the catalogue keeps it: one listing in normalised form, in the terms of schema.org and LRMI.
/// What the service itself finds out (competences, state, dates) stands beside it in <see cref="CatalogCourse"/>.
/// </summary>
public sealed record Course
{
    /// <summary><c>{source}.{key}</c>; never changes (see <see cref="CourseId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The file name of the source, without <c>.yml</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The platform's own identifier, letter for letter.</summary>
    public required string SourceId { get; init; }

    /// <summary>Plain text in NFC, one line.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text in NFC; line breaks between paragraphs; empty where the portal says nothing.</summary>
    public string Summary { get; init; } = "";

    /// <summary>HTML of the allow-list; empty where there is no more than the summary.</summary>
    public string Description { get; init; } = "";

    /// <summary>Absolute http or https address where a person finds the course.</summary>
    public required string Url { get; init; }

    /// <summary>The platform that offers the course, as people call it.</summary>
    public string? Provider { get; init; }

    /// <summary>The institution behind the course.</summary>
    public string? Publisher { get; init; }

    /// <summary>Teachers' names; empty unless the source keeps them.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>BCP 47, <c>mul</c> for mixed, null where nothing is known.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> SubtitleLanguages { get; init; } = [];

    /// <summary>Absolute address of a picture.</summary>
    public string? Image { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The source's own subjects or category path, from the root down.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>The level that the portal states; null where it states none.</summary>
    public Level? Level { get; init; }

    /// <summary>Hours of work as an ISO 8601 duration (<c>PT12H</c>).</summary>
    public string? Workload { get; init; }

    /// <summary>Length of the course as an ISO 8601 duration (<c>P4W</c>).</summary>
    public string? Duration { get; init; }

    public CourseMode Mode { get; init; }

    public IReadOnlyList<CourseInstance> Instances { get; init; } = [];

    public Price Price { get; init; }

    public IReadOnlyList<PriceTag> Prices { get; init; } = [];

    public Access Access { get; init; }

    public Credential Credential { get; init; }

    public Tutor Tutor { get; init; }

    /// <summary>Who helps and how they are reached, where the portal says so.</summary>
    public string? TutorNote { get; init; }

    /// <summary>What of the text and the picture may be passed on; null: everything. See <see cref="PassedOnCourse"/>.</summary>
    public PassingOn? PassingOn { get; init; }

    /// <summary>Address of the licence or, failing that, its name.</summary>
    public string? Licence { get; init; }
}

/// <summary>One dated run of a course; every date may be absent.</summary>
public sealed record CourseInstance(
    DateTimeOffset? Start = null,
    DateTimeOffset? End = null,
    DateTimeOffset? EnrolmentStart = null,
    DateTimeOffset? EnrolmentEnd = null);

/// <summary>A price as stated by the portal; the currency is ISO 4217.</summary>
public sealed record PriceTag(decimal Amount, string Currency);
