using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A link as its row has it.</summary>
internal sealed class LinkRow
{
    /// <summary>Ends before the condition; retired courses have no link worth a look.</summary>
    public const string Select = """
        select l.course_id as CourseId, l.source as Source, l.address as Address, l.host as Host, l.title as Title, l.class as Class, l.since as Since,
               l.checked_at as CheckedAt, l.sight as Sight, l.seen_address as SeenAddress, l.status as Status, l.reason as Reason, l.failures as Failures,
               l.first_failure_at as FirstFailureAt, l.silences as Silences, l.silent_since as SilentSince, l.moved_to as MovedTo
        from links l join courses c on c.id = l.course_id and c.state <> 'retired'
        """;

    public string CourseId { get; init; } = "";
    public string Source { get; init; } = "";
    public string Address { get; init; } = "";
    public string Host { get; init; } = "";
    public string Title { get; init; } = "";
    public string Class { get; init; } = "";
    public string? Since { get; init; }
    public string? CheckedAt { get; init; }
    public string? Sight { get; init; }
    public string? SeenAddress { get; init; }
    public int? Status { get; init; }
    public string? Reason { get; init; }
    public int Failures { get; init; }
    public string? FirstFailureAt { get; init; }
    public int Silences { get; init; }
    public string? SilentSince { get; init; }
    public string? MovedTo { get; init; }

    public CourseLink ToLink() => new(CourseId, Source, Address, Host, Title, new LinkHistory
    {
        Class = StoredName.Of<LinkHealth>(Class),
        Since = When(Since),
        CheckedAt = When(CheckedAt),
        Sight = Sight is null ? null : StoredName.Of<LinkSight>(Sight),
        SeenAddress = SeenAddress,
        Status = Status,
        Reason = Reason,
        Failures = Failures,
        FirstFailureAt = When(FirstFailureAt),
        Silences = Silences,
        SilentSince = When(SilentSince),
        MovedTo = MovedTo,
    });

    private static DateTimeOffset? When(string? text) => text is null ? null : Instant.Of(text);
}
