using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Joins listings of one title by their texts and by who stands behind them. The less one of these says, the more the others must.</summary>
internal static class SameText
{
    private const double AlikeOfOneMaker = 0.3;
    private const double AlikeOfUnknownMaker = 0.5;
    private const double AlikeUnderLongerTitle = 0.5;
    private const double AlikeUnderLongerTitleOfUnknown = 0.75;
    private const double FitsLoosely = 0.25;
    private const int FewWords = 12;
    private const int TellingTitle = 3;

    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other)
    {
        // The cheapest question first: most pairs end here.
        var alike = Likeness.Texts(one.Text, other.Text);
        var words = Math.Min(one.Text.Words.Length, other.Text.Words.Length);
        if (alike < SumOfEvidence.Disagreeing && words > FewWords && !Makers.SameTeacher(one, other) && !Makers.SamePerson(one, other))
        {
            return null;
        }

        return ByTitle(one, other, alike, words) ?? SumOfEvidence.Judge(one, other, alike);
    }

    private static DuplicateLink? ByTitle(CoursePrint one, CoursePrint other, double alike, int words)
    {
        var teacher = Makers.SameTeacher(one, other);
        if (alike < AlikeOfOneMaker && words > FewWords && !teacher)
        {
            return null;
        }

        var titles = Likeness.Titles(one, other);
        var same = titles > 0 && Likeness.SameTitle(one, other);
        var longer = titles >= 1 && Math.Min(one.Title.Count, other.Title.Count) >= 2;
        if ((!same && !longer) || LookAlike.Contradict(one, other))
        {
            return null;
        }

        var maker = Makers.Same(one, other);
        if (same)
        {
            if ((maker && (alike >= AlikeOfOneMaker || teacher)) || (teacher && alike >= AlikeOfOneMaker) || (alike >= AlikeOfUnknownMaker && words >= 4))
            {
                return ByText(one, other, alike);
            }

            // An aggregator's card has a name, a maker and hardly a line.
            return maker && words <= FewWords && Math.Min(one.Title.Count, other.Title.Count) >= 2
                && (Math.Min(one.TitleLength, other.TitleLength) >= TellingTitle || Likeness.MostOfShorter(one.Text, other.Text)) ? PairRule.Link(one, other, LinkKind.Title, "", 0.2) : null;
        }

        return words >= 5 && alike >= (maker || teacher ? AlikeUnderLongerTitle : AlikeUnderLongerTitleOfUnknown) ? ByText(one, other, alike) : null;
    }

    /// <summary>Whether a listing can be in one cluster with another that it has no link to.</summary>
    public static bool Fit(CoursePrint one, CoursePrint other) =>
        one.Source != other.Source && !LookAlike.Clash(one, other)
        && (LookAlike.InTwoLanguages(one, other) || Likeness.Titles(one, other) >= 1 || Likeness.Texts(one.Text, other.Text) >= FitsLoosely);

    private static DuplicateLink ByText(CoursePrint one, CoursePrint other, double alike) =>
        PairRule.Link(one, other, LinkKind.Text, alike.ToString("0.00", CultureInfo.InvariantCulture), alike);
}
