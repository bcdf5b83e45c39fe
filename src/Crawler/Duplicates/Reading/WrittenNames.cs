using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The names in a text: what it writes with capitals, as single words and as chains of up to three.</summary>
internal static partial class WrittenNames
{
    private const int LongestChain = 3;
    private const int ShortestName = 3;
    private const ulong ChainSalt = 0x9E37;

    /// <summary>Words that are names: what is written large within a sentence, and at its beginning only what the dictionary does not know. Titles in English write everything large.</summary>
    public static IEnumerable<uint> Words(string text, IReadOnlyList<AnalysedToken> words, bool isTitle, Senses senses, TextAnalysis analysis)
    {
        var allLarge = isTitle && words.Count > 2 && words.Count(word => char.IsUpper(text[word.Start])) * 2 > words.Count;
        foreach (var word in words)
        {
            var capitals = Capitals(text.AsSpan(word.Start, word.Length));
            if (capitals == 0 || word.Word.Length < ShortestName || senses.Of(word) is not { IsCommon: false } sense)
            {
                continue;
            }

            var isName = capitals >= 2 && word.Length > capitals ? true
                : allLarge ? IsAside(text, word.Start)
                : !IsSentenceStart(text, word.Start) || (!word.Word.All(char.IsAscii) && !analysis.Knows(word.Word)) || IsQuoted(text, word);
            if (isName)
            {
                yield return sense.Sound;
            }
        }
    }

    /// <summary>Every word that is written large, and what follows it, up to three words in all.</summary>
    public static IEnumerable<ulong> Chains(string text, IReadOnlyList<AnalysedToken> words, Senses senses)
    {
        var sounds = new ulong[LongestChain];
        for (var from = 0; from < words.Count; from++)
        {
            if (Capitals(text.AsSpan(words[from].Start, words[from].Length)) == 0)
            {
                continue;
            }

            for (var length = 1; length <= LongestChain && from + length <= words.Count; length++)
            {
                sounds[length - 1] = senses.Of(words[from + length - 1]).LongSound;
                yield return Chain(sounds.AsSpan(0, length));
            }
        }
    }

    /// <summary>The key of a name of several words; of one word it is the word's own.</summary>
    public static ulong Chain(ReadOnlySpan<ulong> sounds)
    {
        if (sounds.Length == 1)
        {
            return sounds[0];
        }

        var chain = ChainSalt;
        foreach (var sound in sounds)
        {
            chain = StableHash.Join(chain, sound);
        }

        return chain;
    }

    /// <summary>Capital letters of a word.</summary>
    public static int Capitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var letter in word)
        {
            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        return capitals;
    }

    private static bool IsSentenceStart(string text, int start)
    {
        for (var at = start - 1; at >= 0; at--)
        {
            if (char.IsLetterOrDigit(text[at]) || text[at] is ',' or '–' or '—' or '(' or '«' or ')' or '»')
            {
                return false;
            }

            if (text[at] == '.' && at > 0 && char.IsUpper(text[at - 1]) && (at == 1 || !char.IsLetterOrDigit(text[at - 2])))
            {
                return false;
            }

            if (text[at] is '.' or '!' or '?' or '…' or '\n' or ':')
            {
                return true;
            }
        }

        return true;
    }

    private static bool IsQuoted(string text, AnalysedToken word) => word.Start > 0 && text[word.Start - 1] is '«' or '"' or '“' && word.Start + word.Length < text.Length && text[word.Start + word.Length] is '»' or '"' or '”';

    // «… (Wendover)», «… from Norrland University», «… with Tess Calloway», «… | OpenLearnX».
    private static bool IsAside(string text, int start) => Aside().Match(text) is { Success: true } aside && aside.Index < start;

    [GeneratedRegex(@"\(|\||\s[–—-]\s|\s(?:from|by|with|від|з|на)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
