using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// Joins listings by the sum of what speaks for them, each thing independent of the others, where one of them is thin: the title, a teacher, the maker,
/// the words of the text, dates, length, price, picture. Nothing joins titles of which one has a word that the other listing does not know.
/// </summary>
internal static class SumOfEvidence
{
    private const double Enough = 4;
    private const double Teacher = 2.8;
    private const double Maker = 1;
    private const double WholeText = 4;
    private const double WordsOfAWholeText = 6;
    private const double TextsDisagree = -1.5;
    private const double SentencesDisagree = -0.75;
    private const int EnoughToDisagree = 12;
    public const double Disagreeing = 0.12;

    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other, double alike)
    {
        var score = Of(one, other, alike);
        return score >= Enough && !LookAlike.Contradict(one, other) ? PairRule.Link(one, other, LinkKind.Text, score.ToString("0.0", CultureInfo.InvariantCulture), 0.15) : null;
    }

    public static double Of(CoursePrint one, CoursePrint other, double alike)
    {
        var titles = TitleFit.Of(one, other);
        if (titles.Strange > 0 || titles.Shared == 0)
        {
            return 0;
        }

        var title = titles.Told == 0 ? OfSameTitle(titles.Shared, Math.Min(one.TitleLength, other.TitleLength)) : Math.Min(2, titles.Shared - (0.25 * titles.Told));
        var besides = OfTexts(one.Text, other.Text, alike) + (Makers.SamePerson(one, other) ? Teacher : 0) + (Makers.Same(one, other) ? Maker : 0) + OfFacts(one.Facts, other.Facts);
        return title + besides;
    }

    // Small words count a little: «Паролі, які не зламають».
    private static double OfSameTitle(int words, int length) => Math.Min(words, 3) + (0.3 * Math.Clamp(length - Math.Min(words, 3), 0, 2));

    private static double OfTexts(ListingText one, ListingText other, double alike) =>
        Math.Min(one.Words.Length, other.Words.Length) >= EnoughToDisagree && alike < Disagreeing ? TextsDisagree
            : Likeness.ShareNoWord(one, other) ? SentencesDisagree
            : alike * WholeText * Math.Min(1, ListingText.Shared(one.Words, other.Words) / WordsOfAWholeText);

    private static double OfFacts(StatedFacts one, StatedFacts other) =>
        (one.Starts.Any(other.Starts.Contains) ? 1 : 0)
        + (one.Duration is not null && one.Duration == other.Duration ? 0.5 : 0)
        + (one.Workload is not null && one.Workload == other.Workload ? 0.5 : 0)
        + (one.Price is not null && one.Price == other.Price ? 0.5 : 0)
        + (one.Picture is not null && one.Picture == other.Picture ? 2 : 0);
}
