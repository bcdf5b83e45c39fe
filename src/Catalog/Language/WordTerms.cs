using System.Collections.Concurrent;

namespace DcCourseIndex.Catalog.Language;

/// <summary>From a word as written to its folded spelling and its terms; remembers what it has seen, up to a bound.</summary>
internal sealed class WordTerms(UkrainianWords ukrainian)
{
    private const int MostRemembered = 200_000;
    private const int LongestRemembered = 48;

    // No index takes terms of any length, and no word is longer.
    private const int LongestTerm = 80;

    private ConcurrentDictionary<string, (string, IReadOnlyList<string>)> _seen = new(StringComparer.Ordinal);
    private int _count;

    public (string Word, IReadOnlyList<string> Terms) Of(ReadOnlySpan<char> written)
    {
        var seen = Volatile.Read(ref _seen);
        if (seen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known))
        {
            return known;
        }

        var word = TextFolding.Fold(written);
        word = word.Length == 0 ? written.ToString() : word.Length > LongestTerm ? Cut(word) : word;
        var result = (word, TermsOf(word));
        if (written.Length <= LongestRemembered && seen.TryAdd(written.ToString(), result) && Interlocked.Increment(ref _count) > MostRemembered)
        {
            Volatile.Write(ref _seen, new(StringComparer.Ordinal));
            Volatile.Write(ref _count, 0);
        }

        return result;
    }

    /// <summary>Whether the dictionary has a folded word.</summary>
    public bool Knows(string word) => ukrainian.Knows(word);

    private IReadOnlyList<string> TermsOf(string written)
    {
        // «веб-сайт» and «вебсайт» are one word, and so are e-mail and email.
        var word = Spellings.One(written.Contains('-', StringComparison.Ordinal) && written.Trim('-') is { Length: > 0 } inner ? inner.Replace("-", "", StringComparison.Ordinal) : written);
        if (word[0] == '.' || word[^1] is '+' or '#')
        {
            // «.net» and «google+» are found without their sign too; of «c#» only «c» would be left.
            var bare = word.Trim('.', '+', '#');
            return bare.Length < 2 ? [word] : [word, .. TermsOf(bare)];
        }

        if (word.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') >= 0)
        {
            return ukrainian.TermsOf(word);
        }

        return [EnglishStemmer.Stem(word)];
    }

    private static string Cut(string word) => word[..(char.IsHighSurrogate(word[LongestTerm - 1]) ? LongestTerm - 1 : LongestTerm)];
}
