using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Finds words that were typed with a blank too many or too few: «power point», «захистданих», «вінтернеті».</summary>
internal static class Blanks
{
    private const int ShortestJoined = 5;

    // «фото» and «відео» begin so many words that what is left would be found by chance.
    private const int ShortestPart = 5;
    private const int LongestSplit = 40;

    /// <summary>The text with neighbouring words joined where one of them stands in no course and both together do.</summary>
    public static string Joined(string text, Func<string, bool> isKnown)
    {
        var chunks = QuerySplitter.Split(text);
        for (var at = chunks.Count - 1; at > 0; at--)
        {
            var (left, right) = (chunks[at - 1], chunks[at]);
            if (MayBelong(left, right, isKnown) && left.Length + right.Length >= ShortestJoined && isKnown(left.Text + right.Text))
            {
                text = string.Concat(text.AsSpan(0, left.Start), left.Text, text.AsSpan(right.Start));
                at--;
            }
        }

        return text;
    }

    /// <summary>An unknown word as the two of which it is put together, both as courses have them, or as a little word and such a one; null where it is neither.</summary>
    public static string? Parted(string word, Func<string, bool> stands) => word.Length > LongestSplit ? null : Enumerable
        .Range(1, Math.Max(0, word.Length - ShortestPart))
        .OrderByDescending(at => at >= ShortestPart)
        .Where(at => (at < ShortestPart ? IsLittle(word[..at]) : stands(word[..at])) && stands(word[at..]))
        .Select(at => $"{word[..at]} {word[at..]}")
        .FirstOrDefault();

    // «за хист»: a little word belongs to the next only where that says nothing by itself.
    private static bool MayBelong(QueryChunk left, QueryChunk right, Func<string, bool> isKnown) =>
        IsPlain(left) && IsPlain(right) && !IsLittle(right.Text) && !(isKnown(right.Text) && (IsLittle(left.Text) || isKnown(left.Text)));

    private static bool IsLittle(string word) => StopWords.Contains(TextFolding.Fold(word));

    private static bool IsPlain(QueryChunk chunk) => chunk is { Kind: ChunkKind.Words, Quoted: false, Excluded: false, InTitle: false, Facet: null }
        && chunk.Text.All(char.IsLetterOrDigit);
}
