using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Gathers the offers of a course from the courses of its cluster.</summary>
internal static class CourseOffers
{
    /// <summary>All offers; the course alone where it has no cluster.</summary>
    public static IReadOnlyList<CourseOffer> Of(CatalogCourse course, ReadConnection connection) =>
        OfHit(course, connection) is { Count: > 0 } offers ? offers : [Offer(course)];

    /// <summary>All offers; none where the course has no cluster.</summary>
    public static IReadOnlyList<CourseOffer> OfHit(CatalogCourse course, ReadConnection connection) =>
        course.Cluster is { } cluster ? [.. connection.Cluster(cluster.Id).Select(Offer)] : [];

    private static CourseOffer Offer(CatalogCourse known)
    {
        var course = known.Course;
        return new CourseOffer(course.Id, course.Source, course.Url, course.Provider, course.Price, course.Prices, course.Access, known.Cluster?.Links ?? []);
    }
}
