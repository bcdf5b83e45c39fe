using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// How two titles fit word by word. <paramref name="Shared"/> words stand in both; <paramref name="Told"/> ones stand in one title and in the other listing's text;
/// <paramref name="Strange"/> ones the other listing does not know. Names of makers and teachers and light words count nothing.
/// </summary>
internal readonly record struct TitleFit(int Shared, int Told, int Strange)
{
    public static TitleFit Of(CoursePrint one, CoursePrint other)
    {
        var mine = Count(one, other);
        var theirs = Count(other, one);
        return new TitleFit(Math.Min(mine.Shared, theirs.Shared), mine.Told + theirs.Told, mine.Strange + theirs.Strange);
    }

    private static TitleFit Count(CoursePrint asked, CoursePrint holder)
    {
        var (shared, told, strange) = (0, 0, 0);
        for (var at = 0; at < asked.Title.Count; at++)
        {
            var word = asked.Title[at];
            if (TitleWords.IsLight(word) || Likeness.IsNameOfEither(word, asked, holder) || IsPerson(asked.Sounds[at], asked, holder))
            {
                continue;
            }

            if (Likeness.Has(holder, asked, at))
            {
                shared++;
            }
            else if (Tells(holder, word))
            {
                told++;
            }
            else
            {
                strange++;
            }
        }

        return new TitleFit(shared, told, strange);
    }

    private static bool IsPerson(string sound, CoursePrint one, CoursePrint other) => one.Authors.Any(author => Person.Has(author, sound)) || other.Authors.Any(author => Person.Has(author, sound));

    private static bool Tells(CoursePrint listing, AnalysedToken word) => word.Terms.Any(term => Array.BinarySearch(listing.Text.Words, (uint)StableHash.Of(term)) >= 0);
}
