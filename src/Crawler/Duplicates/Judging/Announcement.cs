using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Joins a listing that announces a course of another portal with that course: it links the course's page alone, or quotes its name and says whose it is.</summary>
internal static class Announcement
{
    private const double SomethingShared = 0.25;

    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other) =>
        Linked(one, other) ?? Linked(other, one) ?? Both(one, other) ?? (Names(one, other) || Names(other, one) ? PairRule.Link(one, other, LinkKind.Named, "", 1.5) : null);

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

    private static bool Names(CoursePrint post, CoursePrint course)
    {
        if (course.TitleKey is null)
        {
            return false;
        }

        var quotes = post.Quoted.Contains(course.TitleKey);
        var whole = course.Title.Count <= post.Title.Count && Likeness.Covers(post, course);
        if ((!quotes && (!whole || post.HasNeighbours)) || !course.Marks.Numbers.SequenceEqual(post.Marks.Numbers) || LookAlike.Clash(post, course))
        {
            return false;
        }

        var says = course.Organisations.Any(maker => Makers.Named(maker, post));
        return says && (quotes || (whole && ((!Likeness.Extra(post, course).Any() && !Likeness.ShareNoWord(post.Text, course.Text)) || (TitleFit.Of(post, course).Strange == 0 && Likeness.Texts(post.Text, course.Text) >= SomethingShared))));
    }

    private static CoursePrint First(CoursePrint one, CoursePrint other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? one : other;

    private static CoursePrint Second(CoursePrint one, CoursePrint other) => string.CompareOrdinal(one.Id, other.Id) < 0 ? other : one;
}
