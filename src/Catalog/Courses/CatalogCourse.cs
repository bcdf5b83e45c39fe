namespace DcCourseIndex.Catalog.Courses;

/// <summary>A course with all that the catalogue knows about it: the listing, its competences and where it stands in its life.</summary>
public sealed record CatalogCourse
{
    public required Course Course { get; init; }
    public required Tagging Tagging { get; init; }
    public CourseState State { get; init; }
    public LinkHealth Link { get; init; }

    /// <summary>The address that answers in place of the listing's; only where <see cref="Link"/> is moved.</summary>
    public string? LinkMoved { get; init; }

    /// <summary>The other offers of the same course; null where it stands alone.</summary>
    public CourseCluster? Cluster { get; init; }

    /// <summary>UTC, as all times of the catalogue.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The last run that listed it, as known when this revision was written: being seen again makes no new revision.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    public required DateTimeOffset LastChanged { get; init; }

    /// <summary>The first complete run that did not list it; null unless it is missing.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Complete runs without it that counted towards retiring it, as known when this was read; 0 unless it is missing.</summary>
    public int MissingRuns { get; init; }

    /// <summary>The fields that a librarian has set, by their names in answers, and <c>competences</c> where more was said of them than that single ones are right.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Whether any librarian's verdict stands on it.</summary>
    public bool IsCurated() => Overrides.Count > 0 || Tagging.Competences.Any(one => one.Evidence.Any(evidence => evidence.Kind == EvidenceKind.Librarian));

    /// <summary>The level that the portal states, else the inferred one.</summary>
    public Level? Level => Course.Level ?? Tagging.Level;
}
