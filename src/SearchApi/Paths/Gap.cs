using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>Something to learn: a competence, or an area of Digigram. The size is what the order goes by, larger first.</summary>
internal sealed record Gap(Framework Framework, Facet Facet, string Code, string Now, Level Next, string Target, double Size)
{
    /// <summary>Points of Digigram; null where they are not known or this is none of its areas.</summary>
    public int? Points { get; init; }

    /// <summary>Whether there is nothing left to reach.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether the learner wants to begin with it.</summary>
    public bool Wanted { get; init; }
}
