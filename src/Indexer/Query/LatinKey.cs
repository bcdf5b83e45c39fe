using System.Text;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Query;

/// <summary>
/// Under which Latin spelling a Ukrainian word is found when it is typed without Ukrainian letters. People mix systems
/// (hramotnist, gramotnist; zakhyst, zahyst; bezpechnyi, bezpechnyj; tsina, cina; borshch, borsch), so the key keeps only what the systems share.
/// </summary>
internal static class LatinKey
{
    /// <summary>The key of a folded word, Cyrillic or Latin; null where it has other letters than those two.</summary>
    public static string? Of(string word)
    {
        var latin = Transliteration.ToLatin(word);
        var key = new StringBuilder(latin.Length);
        foreach (var letter in latin)
        {
            if (letter == '\'')
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(letter))
            {
                return null;
            }

            var folded = char.ToLowerInvariant(letter) switch { 'y' or 'j' => 'i', 'g' or 'x' => 'h', 'w' => 'v', var other => other };
            var last = key.Length > 0 ? key[^1] : '\0';
            if (folded == last || (folded == 'h' && last == 'k'))
            {
                key[^1] = folded;
                continue;
            }

            if (folded == 's' && last == 't')
            {
                key[^1] = 'c';
                continue;
            }

            if (folded == 'c' && last == 'h' && key.Length > 1 && key[^2] == 's')
            {
                key.Length--;
            }

            key.Append(folded);
        }

        return key.ToString();
    }
}
