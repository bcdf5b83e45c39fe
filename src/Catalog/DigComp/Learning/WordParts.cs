namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>One part of a word and what it counts beside the others.</summary>
internal readonly record struct WordPart(ulong Key, float Value);

/// <summary>Takes a word to pieces: the word, its beginnings, and all its runs of four and five letters, so that «шахраями» is known where «шахрай» was learnt.</summary>
internal static class WordParts
{
    // All runs of a word together count as two words: in Ukrainian the ending changes and the middle speaks.
    private const double RunsTogether = 2;

    private const int ShortestWithRuns = 4;

    private static readonly int[] Beginnings = [4, 6];

    private static readonly int[] Runs = [4, 5];

    public static List<WordPart> Of(string word)
    {
        var parts = new List<WordPart> { new(Key('w', word), 1) };
        foreach (var length in Beginnings.Where(length => word.Length > length))
        {
            parts.Add(new(Key((char)('0' + length), word.AsSpan(0, length)), 1));
        }

        if (word.Length >= ShortestWithRuns)
        {
            var bounded = $"<{word}>";
            var runs = Runs.SelectMany(length => Enumerable.Range(0, Math.Max(0, bounded.Length - length + 1)).Select(at => Key('c', bounded.AsSpan(at, length)))).ToHashSet();
            var value = (float)(RunsTogether / Math.Sqrt(runs.Count));
            parts.AddRange(runs.Select(key => new WordPart(key, value)));
        }

        return parts;
    }

    // FNV-1a of 64 bits: of some hundred thousand parts hardly ever two are one.
    private static ulong Key(char kind, ReadOnlySpan<char> letters)
    {
        var key = (14695981039346656037UL ^ kind) * 1099511628211UL;
        foreach (var letter in letters)
        {
            key = (key ^ letter) * 1099511628211UL;
        }

        return key;
    }
}
