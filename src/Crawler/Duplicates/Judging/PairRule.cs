using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// Whether two listings are one course, and why: the same address, the same platform key, one that links the other, or, between two sources, the
/// sum of the evidence. Never the title alone.
/// </summary>
internal static class PairRule
{
    /// <summary>Raised with every change of the rule or of what is read for it: all courses are then compared again.</summary>
    public const string Version = "10";

    /// <summary>The link between two courses; null where they are two.</summary>
    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other, EvidenceWeights? weights = null)
    {
        if (one.Id == other.Id)
        {
            return null;
        }

        if (string.CompareOrdinal(one.Id, other.Id) > 0)
        {
            (one, other) = (other, one);
        }

        if (LookAlike.OfAnotherPart(one, other))
        {
            return null;
        }

        return ByAddress(one, other) ?? ByKey(one, other)
            ?? (one.Source == other.Source ? Runs.Judge(one, other) : Announcement.Judge(one, other)) ?? WeighedEvidence.Judge(one, other, weights ?? EvidenceWeights.Learnt);
    }

    public static DuplicateLink Link(CoursePrint one, CoursePrint other, LinkKind kind, string detail, double weight) =>
        new(one.Id, other.Id, kind, detail.Length <= 300 ? detail : detail[..300], weight);

    // Within one source an address that several courses share without a word in common is a page that lists them.
    private static DuplicateLink? ByAddress(CoursePrint one, CoursePrint other) =>
        one.Address is { } mine && other.Address is { } theirs && mine.Text == theirs.Text
        && (one.Source != other.Source || Likeness.Titles(one, other) >= 0.5 || LookAlike.InTwoLanguages(one, other))
            ? Link(one, other, LinkKind.Address, mine.Text, 4)
            : null;

    private static DuplicateLink? ByKey(CoursePrint one, CoursePrint other) =>
        one.Key is not null && one.Key == other.Key
            && (Likeness.Titles(one, other) >= (one.Address?.Host == other.Address?.Host ? 0.3 : 0.5) || Likeness.InTwoAlphabets(one, other))
            ? Link(one, other, LinkKind.Key, one.Key, 3)
            : null;
}
