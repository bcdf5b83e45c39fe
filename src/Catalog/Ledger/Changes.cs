using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Where a catalogue stands: a follower whose stored epoch differs starts from nothing.</summary>
public sealed record CatalogPosition(string Epoch, long Revision);

/// <summary>One course in its newest state under the revision that it last took. A retired or hidden course is a tombstone: <see cref="Course"/> is null.</summary>
public sealed record CourseChange(long Revision, string Id, CourseState State, CatalogCourse? Course)
{
    /// <summary>Of a retired course: the id under which its source goes on offering it; null where it does not.</summary>
    public string? Successor { get; init; }

    /// <summary>Taken out of sight by a librarian: without its course, whatever its state.</summary>
    public bool Hidden { get; init; }
}

/// <summary>Changes in order of revision, read in one view of the store together with the position of the whole catalogue.</summary>
public sealed record ChangePage(CatalogPosition Catalog, IReadOnlyList<CourseChange> Changes)
{
    /// <summary>The revision to go on after; what was asked for where the page is empty.</summary>
    public long Reached(long after) => Changes.Count == 0 ? after : Changes[^1].Revision;
}

/// <summary>A raw listing as kept beside its course.</summary>
public sealed record StoredListing(string CourseId, string Source, RawListing Raw);
