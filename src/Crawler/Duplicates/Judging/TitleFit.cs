using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// How two titles fit word by word. <paramref name="Shared"/> words stand in both; <paramref name="Told"/> ones stand in one title and in the other listing's text;
/// <paramref name="Strange"/> is 1 where the other listing does not know a word, and nothing was counted further. Names of makers and teachers, labels and light words count nothing.
/// </summary>
internal readonly record struct TitleFit(int Shared, int Told, int Strange)
{
    public static TitleFit Of(CoursePrint one, CoursePrint other)
    {
        var mine = Count(one, other);
        if (mine.Strange > 0)
        {
            return mine;
        }

        var theirs = Count(other, one);
        if (theirs.Strange > 0)
        {
            return theirs;
        }

        return new TitleFit(Math.Min(mine.Shared, theirs.Shared), mine.Told + theirs.Told, 0);
    }

    // One strange word is enough to know; most pairs end at it.
    private static TitleFit Count(CoursePrint asked, CoursePrint holder)
    {
        var (shared, told) = (0, 0);
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
            else if (Tells(holder, word))
            {
                told++;
            }
            else
            {
                return new TitleFit(shared, told, 1);
            }
        }

        return new TitleFit(shared, told, 0);
    }

    private static bool IsPerson(string sound, CoursePrint one, CoursePrint other) => one.Authors.Any(author => Person.Has(author, sound)) || other.Authors.Any(author => Person.Has(author, sound));

    private static bool Tells(CoursePrint listing, AnalysedToken word) => word.Terms.Any(term => Array.BinarySearch(listing.Text.Words, (uint)StableHash.Of(term)) >= 0);
}
