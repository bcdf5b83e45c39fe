using System.Text;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Tells courses apart that only look alike: what both listings state and what cannot both be true of one course.</summary>
internal static class LookAlike
{
    private const int DaysOfOneEdition = 45;

    /// <summary>Editions, parts, levels or audience differ, or one is a test: so the titles say. Speaks against every evidence but a librarian's.</summary>
    public static bool OfAnotherPart(CoursePrint one, CoursePrint other) =>
        Differ(one.Marks.Years, other.Marks.Years)
        || Differ(one.Marks.Numbers, other.Marks.Numbers)
        || Differ(one.Marks.Sizes, other.Marks.Sizes)
        || Differ(one.Marks.Levels, other.Marks.Levels)
        || (!InTwoLanguages(one, other) && OfOtherAudience(one.Marks.Audience, other.Marks.Audience))
        || one.Marks.IsTest != other.Marks.IsTest;

    /// <summary>Their evidence may be as good as it likes, they are two courses: another part, level, tool or teacher, a collection, a year or number that only one of two like titles states, or one names the other as the course before or behind it.</summary>
    public static bool Contradict(CoursePrint one, CoursePrint other) => OfAnotherKind(one, other) || OneIsNumbered(one, other) || IsBeside(one, other) || IsBeside(other, one);

    /// <summary>They cannot be in one cluster unless something links these two: another part, level, tool, teacher or institution, or a collection.</summary>
    public static bool Clash(CoursePrint one, CoursePrint other) =>
        OfAnotherKind(one, other) || (OfOtherInstitutions(one, other) && !(Makers.SamePerson(one, other) && TitleFit.Of(one, other).IsSame));

    /// <summary>Both name an institution in letters of one script, and not the same. An English name may be a translation: it neither proves nor disproves; nor does the library whose post names the other's portal.</summary>
    public static bool OfOtherInstitutions(CoursePrint one, CoursePrint other) =>
        one.Publisher is { } mine && other.Publisher is { } theirs && mine.IsCyrillic == theirs.IsCyrillic && !Organisation.Same(mine, theirs) && !Organisation.MayBeSame(mine, theirs)
        && !(mine.IsLibrary != theirs.IsLibrary && Told.Portal(one.Naming, other.Naming))
        && !(other.Provider is { } portal && Organisation.Same(mine, portal))
        && !(one.Provider is { } own && Organisation.Same(own, theirs));

    // Letters of another alphabet can show that two names are one, but not that they are two.
    private static bool OfOtherTeachers(CoursePrint one, CoursePrint other) => one.TeachersInCyrillic == other.TeachersInCyrillic && Differ(one.Teachers, other.Teachers) && !Makers.SamePerson(one, other);

    private static bool OfAnotherKind(CoursePrint one, CoursePrint other) =>
        OfAnotherPart(one, other) || one.Marks.IsAboveBasic != other.Marks.IsAboveBasic || one.Marks.IsCollection != other.Marks.IsCollection || OnOtherTools(one, other) || OfOtherCodes(one.Marks.CourseCode, other.Marks.CourseCode) || OfOtherTeachers(one, other) || OfOtherEditions(one, other);

    // A run with a first and a last day is held once; catalogues may state its days a little otherwise.
    private static bool OfOtherEditions(CoursePrint one, CoursePrint other) =>
        one.DatedStarts.Count > 0 && other.DatedStarts.Count > 0 && !one.DatedStarts.Any(mine => other.DatedStarts.Any(theirs => Math.Abs(mine - theirs) <= DaysOfOneEdition));

    // «Створено на основі дисципліни «…»», «перед курсом пройдіть «…»»: what is named there is another course.
    private static bool IsBeside(CoursePrint speaking, CoursePrint named) =>
        speaking.Naming.BesideInOrder.Length > 0 && Told.InOrder(named.Naming.TitleInOrder, speaking.Naming.BesideInOrder).IsWhole && !TitleFit.Of(speaking, named).IsSame;

    // «Git без паніки» and «Git без паніки: рівень 2»; in titles that differ more a number may be anything.
    private static bool OneIsNumbered(CoursePrint one, CoursePrint other) =>
        (!SameYears(one, other) || !one.Marks.Numbers.SequenceEqual(other.Marks.Numbers)) && Likeness.Titles(one, other) >= 1;

    // Portals' names are no tools, and «Fin Ops» is «FinOps».
    private static bool OnOtherTools(CoursePrint one, CoursePrint other)
    {
        if (one.Marks.Names.Count == 0 || other.Marks.Names.Count == 0)
        {
            return false;
        }

        var (mine, theirs) = (Tools(one, other), Tools(other, one));
        return Differ(mine, theirs) && !Joins(mine, theirs) && !Joins(theirs, mine);
    }

    private static bool OfOtherCodes(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;

    private static List<string> Tools(CoursePrint one, CoursePrint other) =>
        [.. one.Marks.Names.Where(name => !one.Organisations.Concat(other.Organisations).Any(organisation => organisation.Latin.Contains(LatinSounds.Of(name))))];

    private static bool Joins(List<string> parts, List<string> wholes) =>
        parts.Exists(first => parts.Exists(second => wholes.Contains(first + second)));

    // «медсестри» are «медичні сестри»; and «for Museums» beside «для музейників» tells nothing.
    private static bool OfOtherAudience(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        Differ(one, other) && one.All(IsAscii) == other.All(IsAscii) && !one.Any(whole => TitleWords.JoinsTwoOf(whole, other)) && !other.Any(whole => TitleWords.JoinsTwoOf(whole, one));

    public static bool InTwoLanguages(CoursePrint one, CoursePrint other) => one.Language is not null && other.Language is not null && one.Language != other.Language;

    // One title may state the year in which the other listing starts.
    private static bool SameYears(CoursePrint one, CoursePrint other) => one.Marks.Years.SequenceEqual(other.Marks.Years) || (one.Marks.IsRun && other.Marks.Years.Count == 0) || (other.Marks.IsRun && one.Marks.Years.Count == 0) || StartsIn(one, other) || StartsIn(other, one);

    // The year that one title states is the other listing's year of start.
    private static bool StartsIn(CoursePrint titled, CoursePrint dated) =>
        dated.Marks.Years.Count == 0 && dated.StartYears.Count > 0 && titled.Marks.Years.All(year => dated.StartYears.Contains(year)) && dated.StartYears.All(titled.Marks.Years.Contains);

    private static bool IsAscii(string word) => Ascii.IsValid(word);

    private static bool Differ(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count > 0 && other.Count > 0 && !one.Any(other.Contains);
}
