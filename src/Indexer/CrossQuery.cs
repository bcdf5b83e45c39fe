using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer;

/// <summary>A question for counts by several facets at once; all tables of the answer come from one snapshot.</summary>
public sealed record CrossQuery
{
    /// <summary>The framework in whose codes areas and competences are filtered and counted.</summary>
    public string Framework { get; init; } = Frameworks.Default;

    /// <summary>Wanted values by facet; a facet without values is absent. No facet is left out of its own counts.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<Facet, IReadOnlyList<string>>();

    /// <summary>The facets of each wanted table, in the order of its cells' values; without facets the table is one cell of all courses.</summary>
    public required IReadOnlyList<IReadOnlyList<Facet>> Tables { get; init; }

    /// <summary>A course that was seen at this moment or later counts as seen lately.</summary>
    public required DateTimeOffset SeenSince { get; init; }

    /// <summary>When each source last showed all its active courses: the index does not know, because being seen again is no change.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> SourceSeen { get; init; } = new Dictionary<string, DateTimeOffset>();
}

/// <summary>The tables in the order in which they were asked for, and the position of the snapshot that they come from.</summary>
public sealed record CrossAnswer(IndexPosition Position, IReadOnlyList<IReadOnlyList<CrossCell>> Tables);

/// <summary>
/// The courses with one combination of values; a combination without courses has no cell. A course with several values stands in several
/// cells, one without a value under <see cref="None"/>; one that several portals offer counts once, where one of its offers has them all.
/// </summary>
public sealed record CrossCell(IReadOnlyList<string> Values, int Courses, int SeenLately, DateTimeOffset NewestChange)
{
    /// <summary>Stands for having no value of a facet.</summary>
    public const string None = "unknown";
}
