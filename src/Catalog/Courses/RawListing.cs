using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>
/// A course listing as a portal shows it, before any judgement: what platforms read, what <c>import</c> takes line by line,
/// and what the catalogue keeps so that courses can be normalised and tagged again without asking a portal.
/// Texts are as found: summary and description may hold HTML, dates and durations any spelling.
/// </summary>
public sealed record RawListing
{
    /// <summary>The platform's own identifier.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Absolute address of the course.</summary>
    public required string Url { get; init; }

    public string? Summary { get; init; }
    public string? Description { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<string>? SubtitleLanguages { get; init; }
    public string? Provider { get; init; }
    public string? Publisher { get; init; }
    public IReadOnlyList<string>? Authors { get; init; }
    public IReadOnlyList<string>? Keywords { get; init; }
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>A wire value or the portal's own word («для початківців»).</summary>
    public string? Level { get; init; }

    /// <summary>A wire value of <see cref="Courses.Price"/>.</summary>
    public string? Price { get; init; }
    public IReadOnlyList<PriceTag>? Prices { get; init; }

    /// <summary>A wire value of <see cref="Courses.Access"/>.</summary>
    public string? Access { get; init; }

    /// <summary>A wire value of <see cref="CourseMode"/>.</summary>
    public string? Mode { get; init; }

    /// <summary>A wire value of <see cref="Courses.Credential"/>.</summary>
    public string? Credential { get; init; }

    /// <summary>A wire value of <see cref="Courses.Tutor"/>.</summary>
    public string? Tutor { get; init; }
    public string? TutorNote { get; init; }

    /// <summary>ISO 8601 or the portal's words («3 години на тиждень»).</summary>
    public string? Workload { get; init; }
    public string? Duration { get; init; }
    public string? Licence { get; init; }
    public IReadOnlyList<RawInstance>? Instances { get; init; }
    public string? Image { get; init; }

    /// <summary>The portal's own competence statements.</summary>
    public IReadOnlyList<CompetenceStatement>? Competences { get; init; }

    /// <summary>True where the owner reserves text and data mining: then there is no summary, description or keyword here.</summary>
    public bool? Reserved { get; init; }

    /// <summary>When its details were last read from the portal, so that an unchanged course need not be asked for again; null: they are asked for at every run, or come with the list.</summary>
    public DetailStamp? Read { get; init; }

    /// <summary>Members that this version does not know; <c>import</c> refuses a line that has any.</summary>
    [JsonExtensionData]
    public IDictionary<string, System.Text.Json.JsonElement>? Unknown { get; init; }
}

/// <summary>Dates of one run as the portal writes them; null where it names none.</summary>
public sealed record RawInstance(string? Start = null, string? End = null, string? EnrolmentStart = null, string? EnrolmentEnd = null);

/// <summary>A competence that the portal itself claims for a course, in the codes of a framework.</summary>
public sealed record CompetenceStatement(string Framework, string Code, string? Level = null, string? Text = null);

/// <summary>When the details of a listing were read, and what the portal's list said of the course then (a digest, or the list's own date of change).</summary>
public sealed record DetailStamp(DateTimeOffset At, string Entry);
