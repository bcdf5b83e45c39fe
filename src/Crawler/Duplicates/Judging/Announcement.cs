using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Joins a listing that announces a course of another portal with that course: it links the course's page and no other.</summary>
internal static class Announcement
{
    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other) => Linked(one, other) ?? Linked(other, one) ?? Both(one, other);

    private static DuplicateLink? Linked(CoursePrint post, CoursePrint course) =>
        SingleLink(post) && post.Announces.FirstOrDefault(link => link == course.Address?.Text || link == course.Key) is { } link
            ? PairRule.Link(First(post, course), Second(post, course), LinkKind.Announced, link, 2)
            : null;

    // Two that lead to the same page of a third.
    private static DuplicateLink? Both(CoursePrint one, CoursePrint other) =>
        SingleLink(one) && SingleLink(other) && one.Announces.FirstOrDefault(other.Announces.Contains) is { } link
            ? PairRule.Link(one, other, LinkKind.Announced, link, 2)
            : null;

    // One page may stand as address and as key. A course that speaks of its neighbours may link one of them.
    private static bool SingleLink(CoursePrint post) => post.Announces.Count is 1 or 2 && post.Announces.Count(link => link.Contains('/', StringComparison.Ordinal)) <= 1 && !post.HasNeighbours;

    private static CoursePrint First(CoursePrint one, CoursePrint other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? one : other;

    private static CoursePrint Second(CoursePrint one, CoursePrint other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? other : one;
}
