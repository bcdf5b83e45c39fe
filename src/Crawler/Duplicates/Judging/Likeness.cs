using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>How alike the texts and titles of two listings are.</summary>
internal static class Likeness
{
    // A shorter text says the same as the part of a longer one only where it says enough.
    private const int EnoughPieces = 18;

    /// <summary>0 to 1: pieces that both texts have, of all or, where one is an excerpt of the other, of the shorter.</summary>
    public static double Texts(ListingText one, ListingText other)
    {
        if (one.Pieces.Length == 0 || other.Pieces.Length == 0)
        {
            return 0;
        }

        var shared = ListingText.Shared(one.Pieces, other.Pieces);
        var least = Math.Min(one.Pieces.Length, other.Pieces.Length);
        var all = shared / (double)(one.Pieces.Length + other.Pieces.Length - shared);
        return least >= EnoughPieces ? Math.Max(all, shared / (double)least) : all;
    }

    /// <summary>The share of the shorter title's words that the other title has, 0 to 1.</summary>
    public static double Titles(CoursePrint one, CoursePrint other)
    {
        var (few, many) = one.Title.Count <= other.Title.Count ? (one.Title, other.Title) : (other.Title, one.Title);
        return few.Count == 0 ? 0 : few.Count(word => many.Any(same => TitleWords.Same(word, same))) / (double)few.Count;
    }

    /// <summary>The share of a title's words that stand in the title or the text of the other listing.</summary>
    public static double Mentioned(CoursePrint title, CoursePrint listing) => title.Title.Count == 0
        ? 0
        : title.Title.Count(word => listing.Title.Any(same => TitleWords.Same(word, same))
            || word.Terms.Any(term => Array.BinarySearch(listing.Text.Words, (uint)StableHash.Of(term)) >= 0)) / (double)title.Title.Count;

    /// <summary>True where the titles differ in nothing but the names of the organisations.</summary>
    public static bool SameTitle(CoursePrint one, CoursePrint other) =>
        one.Title.Count > 0 && other.Title.Count > 0 && !Extra(one, other).Any() && !Extra(other, one).Any();

    /// <summary>Words of a title that the other has not, the names of either's organisations left out.</summary>
    public static IEnumerable<string> Extra(CoursePrint one, CoursePrint other)
    {
        var names = one.Organisations.Concat(other.Organisations).SelectMany(organisation => organisation.Words).ToHashSet(StringComparer.Ordinal);
        return one.Title
            .Where(word => !other.Title.Any(same => TitleWords.Same(word, same)) && !word.Terms.Any(names.Contains))
            .Select(word => word.Word);
    }
}
