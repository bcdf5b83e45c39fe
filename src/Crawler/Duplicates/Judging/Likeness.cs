using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>How alike the texts and titles of two listings are.</summary>
internal static class Likeness
{
    // A shorter text says the same as a part of a longer one only where it says enough.
    private const int EnoughPieces = 8;
    private const int EnoughWords = 5;

    /// <summary>0 to 1: the telling words, or the pieces of three words, that the shorter text shares with the longer.</summary>
    public static double Texts(ListingText one, ListingText other)
    {
        var pieces = Share(one.Pieces, other.Pieces, EnoughPieces);
        var words = Share(one.Words, other.Words, EnoughWords);
        return Math.Max(pieces, words * 0.95);
    }

    /// <summary>The share of the shorter title's words that the other title has, 0 to 1.</summary>
    public static double Titles(CoursePrint one, CoursePrint other)
    {
        var (few, many) = one.Title.Count <= other.Title.Count ? (one.Title, other.Title) : (other.Title, one.Title);
        var shared = 0;
        foreach (var word in few)
        {
            foreach (var same in many)
            {
                if (TitleWords.Same(word, same))
                {
                    shared++;
                    break;
                }
            }
        }

        return few.Count == 0 ? 0 : shared / (double)few.Count;
    }

    /// <summary>True where the titles differ in nothing but the names of organisations.</summary>
    public static bool SameTitle(CoursePrint one, CoursePrint other) =>
        Math.Min(one.Title.Count, other.Title.Count) > 0 && Titles(one, other) > 0 && !Extra(one, other).Any() && !Extra(other, one).Any();

    /// <summary>Words of a title that the other has not; names of either's organisations left out.</summary>
    public static IEnumerable<string> Extra(CoursePrint one, CoursePrint other)
    {
        var names = one.Organisations.Concat(other.Organisations).SelectMany(organisation => organisation.Terms.Concat(organisation.Latin)).ToHashSet(StringComparer.Ordinal);
        return one.Title
            .Where(word => !other.Title.Any(same => TitleWords.Same(word, same)) && !word.Terms.Any(names.Contains) && !names.Contains(word.Word))
            .Select(word => word.Word);
    }

    private static double Share(uint[] one, uint[] other, int enough)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return 0;
        }

        var shared = ListingText.Shared(one, other);
        var least = Math.Min(one.Length, other.Length);
        return least >= enough ? shared / (double)least : shared / (double)(one.Length + other.Length - shared);
    }
}
