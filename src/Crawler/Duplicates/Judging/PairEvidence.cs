using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>All that is known of two listings together, a number from 0 to 1 for each kind of <see cref="Clue"/>. Depends on nothing but the two.</summary>
internal static class PairEvidence
{
    private const int EnoughToDisagree = 12;
    private const double Disagreeing = 0.12;
    private const double WordsOfAText = 6;
    private const double WordsTold = 3;
    private const double SubjectTold = 6;

    private static readonly int Kinds = Enum.GetValues<Clue>().Length;

    /// <summary>Null where they are so far apart that nothing else need be asked.</summary>
    public static double[]? Of(CoursePrint one, CoursePrint other)
    {
        // The cheapest question first.
        var (portal, maker, person) = (Told.Portal(one.Naming, other.Naming), Told.Maker(one.Naming, other.Naming), Makers.SamePerson(one, other));
        var surname = person || Told.Surname(one.Naming, other.Naming);
        var named = portal || surname || (maker && LookAlike.InTwoLanguages(one, other)) || Told.Code(one.Naming, other.Naming);
        var quoted = Quotes(one, other) || Quotes(other, one);
        if (!quoted && !named && ListingText.Shared(one.TitleBeginnings, other.TitleBeginnings) == 0)
        {
            return null;
        }

        var alike = Likeness.Texts(one.Text, other.Text);
        var words = Math.Min(one.Text.Words.Length, other.Text.Words.Length);
        if (alike < Disagreeing && words >= EnoughToDisagree && !quoted && !named)
        {
            return null;
        }

        var titles = TitleFit.Of(one, other);
        if (titles.Shared == 0 && !quoted && !named)
        {
            return null;
        }

        var values = new double[Kinds];
        OfTitles(values, one, other, quoted ? titles.WithoutStrange() : titles);
        Set(values, Clue.Quoted, quoted);
        OfTexts(values, one.Text, other.Text, alike);
        Set(values, Clue.AudienceOfOne, (one.Marks.Audience.Count == 0) != (other.Marks.Audience.Count == 0));
        OfMakers(values, one, other, titles.IsSame || quoted, maker, person);
        OfNames(values, one, other, portal, surname);
        OfTold(values, one, other);
        OfBoth(values);
        return values;
    }

    private static void OfTitles(double[] values, CoursePrint one, CoursePrint other, TitleFit titles)
    {
        var shorter = Math.Min(one.TitleLength, other.TitleLength);
        values[(int)Clue.TitleWords] = Math.Min(titles.Shared, 4) / 4.0;
        Set(values, Clue.TitleWithin, Likeness.Titles(one, other) >= 1 && Math.Min(one.Title.Count, other.Title.Count) >= 2);
        values[(int)Clue.SmallWords] = titles.IsSame ? Math.Clamp(shorter - titles.Shared, 0, 2) / 2.0 : 0;
    }

    private static void OfTexts(double[] values, ListingText one, ListingText other, double alike)
    {
        var telling = Math.Min(1, ListingText.Shared(one.Words, other.Words) / WordsOfAText);
        values[(int)Clue.Text] = alike * telling;
        values[(int)Clue.NearlySameText] = Math.Max(0, (2 * alike) - 1) * telling;
    }

    private static void OfMakers(double[] values, CoursePrint one, CoursePrint other, bool sameTitle, bool named, bool person)
    {
        var otherMaker = LookAlike.OfOtherInstitutions(one, other) && !named;
        var maker = !otherMaker && Makers.Same(one, other);
        Set(values, Clue.OtherMaker, otherMaker);
        Set(values, Clue.Maker, maker);
        Set(values, Clue.MakerNamed, !otherMaker && named);
        Set(values, Clue.TeacherOfSameTitle, person && sameTitle);
        Set(values, Clue.MakerOfSameTitle, maker && sameTitle);
    }

    private static void OfNames(double[] values, CoursePrint one, CoursePrint other, bool portal, bool surname)
    {
        var onePortal = one.Source == other.Source;
        var (known, strange) = Told.NamesOfShorter(one.Naming, other.Naming);
        var (same, differing, lessons) = Facts.Compare(one.Facts, other.Facts);
        Set(values, Clue.PortalNamed, portal && !onePortal);
        Set(values, Clue.Surname, surname);
        values[(int)Clue.NamesKnown] = Math.Min(known, 3) / 3.0;
        values[(int)Clue.NamesStrange] = Math.Min(strange, 3) / 3.0;
        values[(int)Clue.SameFacts] = Math.Min(same, 2) / 2.0;
        Set(values, Clue.OtherFacts, differing > 0);
        Set(values, Clue.OtherLessons, lessons > 0);
        Set(values, Clue.SameNumbers, one.Marks.Numbers.Count > 0 && one.Marks.Numbers.SequenceEqual(other.Marks.Numbers));
        Set(values, Clue.Code, Told.Code(one.Naming, other.Naming));
        Set(values, Clue.TwoLanguages, LookAlike.InTwoLanguages(one, other));
    }

    private static void OfTold(double[] values, CoursePrint one, CoursePrint other)
    {
        var (mine, theirs) = (Told.Title(one.Naming, other.Naming), Told.Title(other.Naming, one.Naming));
        var (first, second) = (mine.Share * Math.Min(1, mine.Count / WordsTold), theirs.Share * Math.Min(1, theirs.Count / WordsTold));
        var (share, count, rare, untold) = Told.Subject(one.Naming, other.Naming);
        values[(int)Clue.TitleTold] = Math.Max(first, second);
        var (said, told) = (Told.InOrder(one.Naming.TitleInOrder, other.Naming.TextInOrder), Told.InOrder(other.Naming.TitleInOrder, one.Naming.TextInOrder));
        values[(int)Clue.TitleInOrder] = Math.Min(Math.Max(said.Count, told.Count), 3) / 3.0;
        values[(int)Clue.Subject] = share * Math.Min(1, count / SubjectTold);
        values[(int)Clue.Untold] = Math.Min(untold, 10) / 10.0;
        values[(int)Clue.RareWords] = Math.Min(rare, 6) / 6.0;
    }

    // What makes one clue worth more beside another.
    private static void OfBoth(double[] values)
    {
        var (portal, told) = (values[(int)Clue.PortalNamed], values[(int)Clue.TitleTold]);
        var named = Math.Max(values[(int)Clue.Surname], values[(int)Clue.MakerNamed]);
        var people = Math.Max(named, values[(int)Clue.Maker]);
        values[(int)Clue.PortalAndTitle] = portal * told;
        values[(int)Clue.PeopleAndTitle] = people * told;
        values[(int)Clue.PortalAndPeople] = portal * named;
        values[(int)Clue.PeopleAndSubject] = Math.Max(values[(int)Clue.Surname], portal * named) * values[(int)Clue.Subject];
    }

    // What has the whole title and more words of its own is more than a word about the course: «Назва: посібник для волонтерів».
    private static bool Quotes(CoursePrint post, CoursePrint course) =>
        course.TitleKey is { } title && post.Quoted.Contains(title) && (post.QuotesInTitle || Likeness.Titles(post, course) < 1);

    private static void Set(double[] values, Clue kind, bool holds) => values[(int)kind] = holds ? 1 : 0;
}
