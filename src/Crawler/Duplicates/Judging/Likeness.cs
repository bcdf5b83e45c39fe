using DcCourseIndex.Catalog.Language;
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

    /// <summary>Whether a text of a line has most of its telling words from the other.</summary>
    public static bool MostOfShorter(ListingText one, ListingText other) =>
        Math.Min(one.Words.Length, other.Words.Length) is >= 2 and var least && 2 * ListingText.Shared(one.Words, other.Words) >= least;

    /// <summary>Whether two texts of a sentence or more have not one telling word in common.</summary>
    public static bool ShareNoWord(ListingText one, ListingText other) =>
        Math.Min(one.Words.Length, other.Words.Length) >= EnoughWords && ListingText.Shared(one.Words, other.Words) == 0;

    /// <summary>The share of the shorter title's words that the other title has, 0 to 1.</summary>
    public static double Titles(CoursePrint one, CoursePrint other)
    {
        var (few, many) = one.Title.Count <= other.Title.Count ? (one, other) : (other, one);
        var shared = 0;
        for (var at = 0; at < few.Title.Count; at++)
        {
            shared += Has(many, few, at) ? 1 : 0;
        }

        return few.Title.Count == 0 ? 0 : shared / (double)few.Title.Count;
    }

    /// <summary>Whether a title has all words of another.</summary>
    public static bool Covers(CoursePrint many, CoursePrint few)
    {
        for (var at = 0; at < few.Title.Count; at++)
        {
            if (!Has(many, few, at))
            {
                return false;
            }
        }

        return few.Title.Count > 0;
    }

    /// <summary>True where the titles differ in nothing but the names of organisations.</summary>
    public static bool SameTitle(CoursePrint one, CoursePrint other) =>
        Math.Min(one.Title.Count, other.Title.Count) > 0 && Titles(one, other) > 0 && !Extra(one, other).Any() && !Extra(other, one).Any();

    /// <summary>Titles in two alphabets share no word, even where one is the other's translation.</summary>
    public static bool InTwoAlphabets(CoursePrint one, CoursePrint other) =>
        one.Title.Count > 0 && other.Title.Count > 0
        && ((one.Title.All(IsLatin) && !other.Title.Any(IsLatin)) || (other.Title.All(IsLatin) && !one.Title.Any(IsLatin)));

    private static bool IsLatin(AnalysedToken word) => word.Word.All(char.IsAscii);

    /// <summary>Words of a title that the other has not; names of either's organisations left out.</summary>
    public static IEnumerable<string> Extra(CoursePrint one, CoursePrint other)
    {
        for (var at = 0; at < one.Title.Count; at++)
        {
            var word = one.Title[at];
            if (!Has(other, one, at) && !IsNameOfEither(word, one, other))
            {
                yield return word.Word;
            }
        }
    }

    /// <summary>Whether a word is of the name of an organisation behind one of two listings.</summary>
    public static bool IsNameOfEither(AnalysedToken word, CoursePrint one, CoursePrint other) =>
        one.Organisations.Any(organisation => IsName(word, organisation)) || other.Organisations.Any(organisation => IsName(word, organisation));

    private static bool IsName(AnalysedToken word, Organisation organisation) => word.Terms.Any(organisation.Words.Contains) || organisation.Latin.Contains(word.Word) || word.Terms.Any(organisation.Latin.Contains);

    /// <summary>Whether a title has a word of another: in some form, by its sound in the other alphabet, or joined with its neighbour.</summary>
    public static bool Has(CoursePrint holder, CoursePrint asked, int at)
    {
        var word = asked.Title[at];
        for (var i = 0; i < holder.Title.Count; i++)
        {
            if (TitleWords.Same(word, holder.Title[i]) || (asked.Sounds[at] == holder.Sounds[i] && word.Word.Length >= 2))
            {
                return true;
            }
        }

        return TitleWords.Joined(word.Word, holder.Title) || TitleWords.PartOfJoined(asked.Title, at, holder.Title);
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
