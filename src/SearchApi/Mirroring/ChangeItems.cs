using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Mirroring;

/// <summary>Makes what a mirror gets of the catalogue's changes: what the source allows to be passed on, and nothing that a revision does not decide.</summary>
internal sealed class ChangeItems(CourseItems items, Frameworks frameworks)
{
    // A mirror could not keep these right: they move without a revision.
    private static readonly IReadOnlySet<string> Kept = ItemFields.All.Except(["lastSeen", "priceSeen", "offers"]).ToHashSet(StringComparer.Ordinal);

    public ChangeItem Of(CourseChange change) => new(change.Id, change.Revision, change.Hidden ? CourseState.Retired : change.State)
    {
        Successor = change.Successor,
        Cluster = change.Course?.Cluster?.Id,
        Course = change.Course is { } course ? Passed(PassedOnCourse.Of(course)) : null,
    };

    private CourseItem Passed(CatalogCourse known) => items.Of(known, frameworks.DigComp22, "uk") with
    {
        Description = known.Course.Description.Length > 0 ? known.Course.Description : null,
        Selected = Kept,
    };
}
