using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// How two titles fit word by word. <paramref name="Shared"/> words stand in both; <paramref name="Told"/> ones stand in one title and in the other listing's text;
/// of the rest the other listing knows nothing: <paramref name="StrangeInOne"/> and <paramref name="StrangeInOther"/>. Names of makers and teachers, labels and light words count nothing.
/// </summary>
internal readonly record struct TitleFit(int Shared, int Told, int StrangeInOne, int StrangeInOther)
{
    /// <summary>The titles say the same.</summary>
    public bool IsSame => Shared > 0 && Told == 0 && StrangeInOne == 0 && StrangeInOther == 0;

    /// <summary>The fit where one quotes the other's title, and its own title may say what it likes.</summary>
    public TitleFit WithoutStrange() => new(Math.Max(Shared, 2), 0, 0, 0);

    public static TitleFit Of(CoursePrint one, CoursePrint other)
    {
        var mine = Count(one, other);
        var theirs = Count(other, one);
        return new TitleFit(Math.Min(mine.Shared, theirs.Shared), mine.Told + theirs.Told, mine.Strange, theirs.Strange);
    }

    private static (int Shared, int Told, int Strange) Count(CoursePrint asked, CoursePrint holder)
    {
        var (shared, told, strange) = (0, 0, 0);
        for (var at = 0; at < asked.Title.Count; at++)
        {
            var word = asked.Title[at];
            var both = Likeness.Has(holder, asked, at);
            if (!both && word.Start >= asked.LabelFrom && holder.LabelFrom == int.MaxValue)
            {
                continue;
            }

            if (TitleWords.IsLight(word) || Likeness.IsNameOfEither(word, asked, holder) || IsPerson(asked.Sounds[at], asked, holder))
            {
                continue;
            }

            if (both)
            {
                shared++;
            }
            else if (Tells(holder, word) || asked.Senses[at].IsIn(holder.Naming.Sounds, holder.Naming.Meanings))
            {
                told++;
            }
            else
            {
                strange++;
            }
        }

        return (shared, told, strange);
    }

    private static bool IsPerson(string sound, CoursePrint one, CoursePrint other) => one.Authors.Any(author => Person.Has(author, sound)) || other.Authors.Any(author => Person.Has(author, sound));

    private static bool Tells(CoursePrint listing, AnalysedToken word) => word.Terms.Any(term => Array.BinarySearch(listing.Text.Words, (uint)StableHash.Of(term)) >= 0);
}
