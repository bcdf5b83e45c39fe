using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Finds words that were typed with a blank too many or too few: «power point», «захистданих».</summary>
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
            if (IsPlain(left) && IsPlain(right) && left.Length + right.Length >= ShortestJoined && !(isKnown(left.Text) && isKnown(right.Text)) && isKnown(left.Text + right.Text))
            {
                text = string.Concat(text.AsSpan(0, left.Start), left.Text, text.AsSpan(right.Start));
                at--;
            }
        }

        return text;
    }

    /// <summary>An unknown word as the two of which it is put together, both as courses have them; null where it is not.</summary>
    public static string? Parted(string word, Func<string, bool> stands) => word.Length > LongestSplit ? null : Enumerable
        .Range(ShortestPart, Math.Max(0, word.Length - (2 * ShortestPart) + 1))
        .Where(at => stands(word[..at]) && stands(word[at..]))
        .Select(at => $"{word[..at]} {word[at..]}")
        .FirstOrDefault();

    private static bool IsPlain(QueryChunk chunk) => chunk is { Kind: ChunkKind.Words, Quoted: false, Excluded: false, InTitle: false, Facet: null }
        && chunk.Text.All(char.IsLetterOrDigit) && !StopWords.Contains(TextFolding.Fold(chunk.Text));
}
