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

    /// <summary>Titles in two alphabets share no word, even where one is the other's translation.</summary>
    public static bool InTwoAlphabets(CoursePrint one, CoursePrint other) =>
        one.Title.Count > 0 && other.Title.Count > 0
        && ((one.Title.All(IsLatin) && !other.Title.Any(IsLatin)) || (other.Title.All(IsLatin) && !one.Title.Any(IsLatin)));

    private static bool IsLatin(AnalysedToken word) => word.Word.All(char.IsAscii);

    /// <summary>Whether a word is of the name of an organisation behind one of two listings.</summary>
    public static bool IsNameOfEither(AnalysedToken word, CoursePrint one, CoursePrint other) => IsName(word, one.Organisations) || IsName(word, other.Organisations);

    private static bool IsName(AnalysedToken word, IReadOnlyList<Organisation> organisations)
    {
        for (var i = 0; i < organisations.Count; i++)
        {
            var spellings = organisations[i].Spellings;
            if (spellings.Contains(word.Word))
            {
                return true;
            }

            for (var term = 0; term < word.Terms.Count; term++)
            {
                if (spellings.Contains(word.Terms[term]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a title has a word of another: in some form, by its sound in the other alphabet, or joined with its neighbour.</summary>
    public static bool Has(CoursePrint holder, CoursePrint asked, int at)
    {
        var word = asked.Title[at];
        for (var i = 0; i < holder.Title.Count; i++)
        {
            if (TitleWords.Same(word, holder.Title[i]) || (asked.Sounds[at] == holder.Sounds[i] && (word.Word.Length >= 2 || char.IsAsciiDigit(word.Word[0]))))
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
