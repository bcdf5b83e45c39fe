using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>All that is known of two listings together, a number from 0 to 1 for each kind of <see cref="Clue"/>. Depends on nothing but the two.</summary>
internal static class PairEvidence
{
    private const int EnoughToDisagree = 12;
    private const double Disagreeing = 0.12;
    private const double WordsOfAText = 6;

    /// <summary>Null where they are so far apart that nothing else need be asked.</summary>
    public static double[]? Of(CoursePrint one, CoursePrint other)
    {
        var values = AtBest(one, other);
        if (values is not null)
        {
            Complete(values, one, other);
        }

        return values;
    }

    /// <summary>What titles and texts say, as if all the rest spoke for one course: where that is not enough, and for most pairs it is not, nothing else need be asked.</summary>
    public static double[]? AtBest(CoursePrint one, CoursePrint other)
    {
        // The cheapest question first.
        var alike = Likeness.Texts(one.Text, other.Text);
        var words = Math.Min(one.Text.Words.Length, other.Text.Words.Length);
        var quoted = Quotes(one, other) || Quotes(other, one);
        if (alike < Disagreeing && words >= EnoughToDisagree && !quoted && !Makers.SameTeacher(one, other) && !Makers.SamePerson(one, other))
        {
            return null;
        }

        var titles = TitleFit.Of(one, other);
        if (titles.Shared == 0 && !quoted)
        {
            return null;
        }

        var values = new double[Enum.GetValues<Clue>().Length];
        OfTitles(values, one, other, quoted ? titles.WithoutStrange() : titles);
        Set(values, Clue.Quoted, quoted);
        OfTexts(values, one.Text, other.Text, alike);
        Set(values, Clue.AudienceOfOne, (one.Marks.Audience.Count == 0) != (other.Marks.Audience.Count == 0));
        values[(int)Clue.Teacher] = values[(int)Clue.Maker] = 1;
        values[(int)Clue.TeacherOfSameTitle] = values[(int)Clue.MakerOfSameTitle] = titles.IsSame || quoted ? 1 : 0;
        return values;
    }

    /// <summary>Puts what is known of people and makers in the place of the best that could be.</summary>
    public static void Complete(double[] values, CoursePrint one, CoursePrint other)
    {
        var otherMaker = LookAlike.OfOtherInstitutions(one, other);
        Set(values, Clue.OtherMaker, otherMaker);
        Set(values, Clue.Maker, !otherMaker && Makers.Same(one, other));
        Set(values, Clue.Teacher, Makers.SamePerson(one, other));
        values[(int)Clue.TeacherOfSameTitle] *= values[(int)Clue.Teacher];
        values[(int)Clue.MakerOfSameTitle] *= values[(int)Clue.Maker];
    }

    private static void OfTitles(double[] values, CoursePrint one, CoursePrint other, TitleFit titles)
    {
        var shorter = Math.Min(one.TitleLength, other.TitleLength);
        values[(int)Clue.TitleWords] = Math.Min(titles.Shared, 4) / 4.0;
        Set(values, Clue.TitleWithin, Likeness.Titles(one, other) >= 1 && Math.Min(one.Title.Count, other.Title.Count) >= 2);
        values[(int)Clue.SmallWords] = titles.IsSame ? Math.Clamp(shorter - titles.Shared, 0, 2) / 2.0 : 0;
        values[(int)Clue.StrangeWords] = Math.Min(titles.StrangeInOne + titles.StrangeInOther, 3) / 3.0;
        values[(int)Clue.StrangeBothWays] = Math.Min(Math.Min(titles.StrangeInOne, titles.StrangeInOther), 2) / 2.0;
    }

    private static void OfTexts(double[] values, ListingText one, ListingText other, double alike)
    {
        var telling = Math.Min(1, ListingText.Shared(one.Words, other.Words) / WordsOfAText);
        values[(int)Clue.Text] = alike * telling;
        values[(int)Clue.NearlySameText] = Math.Max(0, (2 * alike) - 1) * telling;
    }

    // What has the whole title and more words of its own is more than a word about the course: «Назва: посібник для волонтерів».
    private static bool Quotes(CoursePrint post, CoursePrint course) =>
        course.TitleKey is { } title && post.Quoted.Contains(title) && (post.QuotesInTitle || Likeness.Titles(post, course) < 1);

    private static void Set(double[] values, Clue kind, bool holds) => values[(int)kind] = holds ? 1 : 0;
}
