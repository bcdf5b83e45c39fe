using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A course as its rows have it.</summary>
internal sealed class CourseRow
{
    /// <summary>Ends before the condition.</summary>
    public const string Select = """
        select c.id as Id, c.state as State, c.link as Link, c.first_seen as FirstSeen, c.last_seen as LastSeen,
               c.last_changed as LastChanged, c.revision as Revision, c.missing_since as MissingSince, c.missing_runs as MissingRuns, l.moved_to as MovedTo,
               case when c.state = 'retired' then null else t.tagging end as Tagging,
               case when c.state = 'retired' then null else t.course end as Course,
               d.cluster_id as ClusterId, d.links as Links, s.successor as Successor
        from courses c join course_texts t on t.id = c.id
        left join links l on l.course_id = c.id
        left join course_clusters d on d.course_id = c.id
        left join course_successors s on s.course_id = c.id
        """;

    public string Id { get; init; } = "";
    public string State { get; init; } = "";
    public string Link { get; init; } = "";
    public string? MovedTo { get; init; }
    public string FirstSeen { get; init; } = "";
    public string LastSeen { get; init; } = "";
    public string LastChanged { get; init; } = "";
    public long Revision { get; init; }
    public string? MissingSince { get; init; }
    public int MissingRuns { get; init; }
    public string? Tagging { get; init; }
    public string? Course { get; init; }
    public string? ClusterId { get; init; }
    public string? Links { get; init; }
    public string? Successor { get; init; }

    /// <summary>The courses of rows, under the verdicts that stand on them.</summary>
    public static async Task<IReadOnlyList<CourseChange>> ToChangesAsync(LedgerTransaction tx, IReadOnlyList<CourseRow> rows)
    {
        var verdicts = await CourseVerdictRow.StandingAsync(tx, rows.Select(row => row.Id));
        return [.. rows.Select(row => row.ToChange([.. verdicts[row.Id]]))];
    }

    public CourseChange ToChange(IReadOnlyList<CourseVerdict> verdicts)
    {
        var state = StoredName.Of<CourseState>(State);
        var course = Course is null ? null : new CatalogCourse
        {
            Course = Json.Read<Course>(Course),
            Tagging = Json.Read<Tagging>(Tagging!),
            State = state,
            Link = StoredName.Of<LinkHealth>(Link),
            LinkMoved = MovedTo,
            Cluster = ClusterId is null ? null : new CourseCluster(ClusterId, Json.Read<IReadOnlyList<ClusterLink>>(Links!)),
            FirstSeen = Instant.Of(FirstSeen),
            LastSeen = Instant.Of(LastSeen),
            LastChanged = Instant.Of(LastChanged),
            MissingSince = MissingSince is null ? null : Instant.Of(MissingSince),
            MissingRuns = MissingRuns,
        };
        var curated = course is null ? null : Curated.Of(course, verdicts);
        return new CourseChange(Revision, Id, state, curated) { Successor = state == CourseState.Retired ? Successor : null, Hidden = course is not null && curated is null };
    }
}
