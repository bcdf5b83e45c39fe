using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Whether two listings say that the same institution or portal stands behind the course.</summary>
internal static class Makers
{
    public static bool Same(CoursePrint one, CoursePrint other) =>
        one.Organisations.Any(mine => other.Organisations.Any(theirs => Organisation.Same(mine, theirs)))
        || one.Organisations.Any(maker => Named(maker, other))
        || other.Organisations.Any(maker => Named(maker, one));

    /// <summary>Whether a listing's title or text names an organisation.</summary>
    public static bool Named(Organisation maker, CoursePrint listing) =>
        listing.Organisations.Any(own => Organisation.Same(own, maker))
        || (maker.Terms.Count > 0 && maker.Terms.All(term => Says(listing, term)))
        || maker.ShortTerms.Any(term => Says(listing, term))
        || maker.Shorts.Any(initials => listing.Sounds.Contains(initials));

    /// <summary>One states a teacher whom the other states too, or names by more than one word.</summary>
    public static bool SamePerson(CoursePrint one, CoursePrint other) =>
        (ListingText.Shared(one.AuthorKeys, other.PersonKeys) > 0 || ListingText.Shared(other.AuthorKeys, one.PersonKeys) > 0) && SameName(one, other);

    private static bool SameName(CoursePrint one, CoursePrint other) =>
        one.Authors.Any(author => other.Authors.Any(same => Person.Same(author, same)) || other.Mentioned.Any(same => Person.Same(author, same)))
        || other.Authors.Any(author => one.Mentioned.Any(same => Person.Same(author, same)));

    /// <summary>A teacher that both name, if only by one word.</summary>
    public static bool SameTeacher(CoursePrint one, CoursePrint other) => one.Teachers.Any(other.Teachers.Contains);

    private static bool Says(CoursePrint listing, string term) =>
        listing.Title.Any(word => word.Terms.Contains(term)) || Array.BinarySearch(listing.Text.Words, (uint)StableHash.Of(term)) >= 0;
}
