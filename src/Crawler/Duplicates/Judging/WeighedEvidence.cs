using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Joins listings by all that is known of the two, each thing with its weight. Never by the title alone.</summary>
internal static class WeighedEvidence
{
    private const double Something = 0.5;
    private const double FitsLoosely = 0.25;
    private const double SameText = 0.8;
    private const int WordsOfACopy = 8;

    private static readonly Clue[] BesideTitle = [Clue.Quoted, Clue.Text, Clue.Maker, Clue.PortalNamed, Clue.MakerNamed, Clue.Surname, Clue.Code, Clue.Subject];

    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other, EvidenceWeights weights)
    {
        if (!MayBeOne(one, other) || PairEvidence.Of(one, other) is not { } values || weights.Sum(values) is var sum && sum < weights.Limit && !IsCardOf(values, weights) && !IsCopy(one, other, values, weights)
            || !BesideTitle.Any(kind => values[(int)kind] >= Something) || LookAlike.Contradict(one, other))
        {
            return null;
        }

        var kind = values[(int)Clue.Quoted] > 0 ? LinkKind.Named : values[(int)Clue.Text] > 0 ? LinkKind.Text : LinkKind.Title;
        return PairRule.Link(one, other, kind, Reasons(one, other, values, weights), 1 - Math.Exp(-sum / 4));
    }

    // A card of one line has nothing but its title and who teaches: the same two or more words and the same full name are enough.
    private static bool IsCardOf(double[] values, EvidenceWeights weights) =>
        weights.Limit < double.PositiveInfinity && values[(int)Clue.TeacherOfSameTitle] > 0 && values[(int)Clue.TitleWithin] > 0 && values[(int)Clue.OtherMaker] == 0;

    // A catalogue that copies title and text need say no more.
    private static bool IsCopy(CoursePrint one, CoursePrint other, double[] values, EvidenceWeights weights) =>
        weights.Limit < double.PositiveInfinity && values[(int)Clue.NearlySameText] >= SameText && values[(int)Clue.OtherMaker] == 0
        && Math.Min(one.Text.Words.Length, other.Text.Words.Length) >= WordsOfACopy && TitleFit.Of(one, other).IsSame;

    /// <summary>One portal lists a course twice in two languages, or as runs, which is for <see cref="Runs"/> to say.</summary>
    public static bool MayBeOne(CoursePrint one, CoursePrint other) => one.Source != other.Source || LookAlike.InTwoLanguages(one, other);

    /// <summary>Whether a listing can be in one cluster with another that it has no link to.</summary>
    public static bool Fit(CoursePrint one, CoursePrint other, EvidenceWeights weights) =>
        one.Source != other.Source && !LookAlike.Clash(one, other)
        && (Likeness.Titles(one, other) >= 1 || Likeness.Texts(one.Text, other.Text) >= FitsLoosely
            || (PairEvidence.Of(one, other) is { } values && weights.Sum(values) >= weights.Limit - weights.Slack));

    // What weighed most, first: «title, maker, text 0.83».
    private static string Reasons(CoursePrint one, CoursePrint other, double[] values, EvidenceWeights weights) => string.Join(", ", weights.Table
        .GroupBy(weight => EvidenceWeights.Name(weight.Key), weight => weight.Value * values[(int)weight.Key])
        .Where(reason => reason.Key is not null && reason.Sum() > 0)
        .OrderByDescending(reason => reason.Sum())
        .Select(reason => reason.Key == "text" ? string.Create(CultureInfo.InvariantCulture, $"text {Likeness.Texts(one.Text, other.Text):0.00}") : reason.Key));
}
