using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer;

/// <summary>
/// The reading side of a search engine. It searches the whole text of a course and shows what may be passed on of it (<see cref="PassedOnCourse"/>), in excerpts and highlights too. Every call sees one stable snapshot and neither blocks a writer nor waits for one;
/// a commit is visible within a second. Safe for many threads. Wrong cursors are values in the answer, never exceptions.
/// </summary>
public interface ICourseSearcher : IDisposable
{
    /// <summary>The position of the snapshot that the next call will see.</summary>
    IndexPosition Position { get; }

    /// <summary>Courses that fit a query, with facet counts that leave each facet's own filter out.</summary>
    SearchAnswer Search(CourseQuery query);

    /// <summary>How many courses there are in every combination of values of some facets.</summary>
    CrossAnswer Cross(CrossQuery query);

    /// <summary>Completions of what has been typed, best first; empty where nothing begins so.</summary>
    IReadOnlyList<Completion> Suggest(string typed, int limit);

    /// <summary>Every place where a course is offered, itself among them, the one that stands for them first; empty where the id is unknown.</summary>
    IReadOnlyList<CourseOffer> Offers(string id);

    /// <summary>Courses like this one, nearest first, itself and its other offers left out; null where the id is unknown.</summary>
    IReadOnlyList<CourseHit>? Similar(string id, int limit);

    /// <summary>One course; null where the index has none of that id.</summary>
    CatalogCourse? Find(string id);
}
