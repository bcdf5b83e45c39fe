using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// Whether two listings are one course, and why: the same address, the same platform key, an announcement that links the other, or the same
/// title with the same organisation and nearly the same text. Never the title alone.
/// </summary>
internal static class PairRule
{
    /// <summary>Raised with every change of the rule or of what is read for it: all courses are then compared again.</summary>
    public const string Version = "1";

    private const double NearlyEqual = 0.7;
    private const double NearlyEqualOfUnknown = 0.85;
    private const double EqualBesideTitle = 0.9;
    private const double FitsLoosely = 0.55;
    private const int EnoughWords = 8;
    private const int ManyWords = 25;

    /// <summary>The link between two courses; null where they are two.</summary>
    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other)
    {
        if (one.Id == other.Id)
        {
            return null;
        }

        if (string.CompareOrdinal(one.Id, other.Id) > 0)
        {
            (one, other) = (other, one);
        }

        return ByAddress(one, other) ?? ByKey(one, other) ?? (one.Source == other.Source ? null : ByAnnouncement(one, other) ?? ByText(one, other));
    }

    /// <summary>Whether a listing can be in one cluster with another that it has no link to.</summary>
    public static bool Fit(CoursePrint one, CoursePrint other) =>
        one.Source != other.Source && Likeness.SameTitle(one, other) && LookAlike.SameMarks(one, other) && Likeness.Texts(one.Text, other.Text) >= FitsLoosely;

    private static DuplicateLink? ByAddress(CoursePrint one, CoursePrint other)
    {
        if (one.Address is not { } mine || other.Address is not { } theirs || mine.Text != theirs.Text || LookAlike.OfAnotherPart(one, other))
        {
            return null;
        }

        // The page of another language is another course only where the listings are in two languages as well.
        var differ = mine.Language != theirs.Language && one.Language is not null && other.Language is not null && one.Language != other.Language;
        var named = Math.Max(Likeness.Mentioned(one, other), Likeness.Mentioned(other, one));
        return differ || named < 0.5 ? null : Link(one, other, LinkKind.Address, mine.Text, 4);
    }

    private static DuplicateLink? ByKey(CoursePrint one, CoursePrint other) =>
        one.Key is not null && one.Key == other.Key && !LookAlike.OfAnotherPart(one, other)
        && (one.Address?.Host == other.Address?.Host ? Likeness.Titles(one, other) > 0 : Likeness.Titles(one, other) >= 0.5)
            ? Link(one, other, LinkKind.Key, one.Key, 3)
            : null;

    private static DuplicateLink? ByAnnouncement(CoursePrint one, CoursePrint other)
    {
        if (LookAlike.OfAnotherPart(one, other))
        {
            return null;
        }

        return Announces(one, other) ? Link(one, other, LinkKind.Announced, other.Address?.Text ?? other.Key!, 2)
            : Announces(other, one) ? Link(one, other, LinkKind.Announced, one.Address?.Text ?? one.Key!, 2)
            : null;
    }

    // A course may link another that comes before it; an announcement has the course's name in its own title.
    private static bool Announces(CoursePrint post, CoursePrint course) =>
        post.Announces.Any(link => link == course.Address?.Text || link == course.Key)
        && course.Title.Count > 0
        && course.Title.All(word => post.Title.Any(same => TitleWords.Same(word, same)));

    private static DuplicateLink? ByText(CoursePrint one, CoursePrint other)
    {
        var least = Math.Min(one.Text.Length, other.Text.Length);
        if (least < EnoughWords || LookAlike.Contradict(one, other) || !LookAlike.SameMarks(one, other))
        {
            return null;
        }

        var alike = Likeness.Texts(one.Text, other.Text);
        var sameOrganisation = one.Organisations.Any(mine => other.Organisations.Any(theirs => Organisation.Same(mine, theirs)))
            || one.Organisations.Any(name => IsNamed(name, other)) || other.Organisations.Any(name => IsNamed(name, one));
        var enough = Likeness.SameTitle(one, other)
            ? alike >= (sameOrganisation ? NearlyEqual : NearlyEqualOfUnknown) && (sameOrganisation || least >= ManyWords)
            : sameOrganisation && alike >= EqualBesideTitle && least >= ManyWords && Likeness.Titles(one, other) == 1;
        return enough ? Link(one, other, LinkKind.Text, alike.ToString("0.00", CultureInfo.InvariantCulture), alike) : null;
    }

    private static bool IsNamed(Organisation name, CoursePrint listing) =>
        name.Words.All(word => Array.BinarySearch(listing.Text.Words, (uint)StableHash.Of(word)) >= 0 || listing.Title.Any(title => title.Terms.Contains(word)));

    private static DuplicateLink Link(CoursePrint one, CoursePrint other, LinkKind kind, string detail, double weight) =>
        new(one.Id, other.Id, kind, detail.Length <= 300 ? detail : detail[..300], weight);
}
