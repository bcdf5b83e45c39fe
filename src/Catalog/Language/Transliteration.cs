using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>Ukrainian in Latin letters, for addresses and for people who type without a Ukrainian keyboard (resolution of the Cabinet of Ministers No 55 of 27 January 2010).</summary>
public static class Transliteration
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "h", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ж'] = "zh", ['з'] = "z", ['и'] = "y",
        ['і'] = "i", ['ї'] = "i", ['й'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s",
        ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ь'] = "", ['ю'] = "iu", ['я'] = "ia",
    };

    private static readonly Dictionary<char, string> AtWordStart = new()
    {
        ['є'] = "ye", ['ї'] = "yi", ['й'] = "y", ['ю'] = "yu", ['я'] = "ya",
    };

    /// <summary>The text with its Ukrainian letters in Latin; capitals stay capitals, apostrophes inside words go, everything else stays. Takes any string.</summary>
    public static string ToLatin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latin = new StringBuilder(text.Length + (text.Length / 4));
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var lower = char.ToLowerInvariant(c);
            var isInside = i > 0 && (IsLetter(text[i - 1]) || (TextFolding.IsApostrophe(text[i - 1]) && i > 1 && IsLetter(text[i - 2])));
            if (TextFolding.IsApostrophe(c) && isInside && i + 1 < text.Length && IsLetter(text[i + 1]))
            {
                continue;
            }

            if (!Letters.TryGetValue(lower, out var letters))
            {
                latin.Append(c);
                continue;
            }

            letters = !isInside && AtWordStart.TryGetValue(lower, out var first) ? first
                : lower == 'г' && i > 0 && char.ToLowerInvariant(text[i - 1]) == 'з' ? "gh"
                : letters;
            latin.Append(c == lower ? letters : IsShouted(text, i) ? letters.ToUpperInvariant() : Capital(letters));
        }

        return latin.ToString();
    }

    private static bool IsLetter(char c) => char.IsLetter(c) && !TextFolding.IsApostrophe(c);

    // ЩО gives SHCHO and Що gives Shcho.
    private static bool IsShouted(string text, int at) =>
        (at + 1 < text.Length && char.IsUpper(text[at + 1])) || (at > 0 && char.IsUpper(text[at - 1]) && (at + 1 == text.Length || !char.IsLower(text[at + 1])));

    private static string Capital(string letters) => letters.Length == 0 ? "" : char.ToUpperInvariant(letters[0]) + letters[1..];
}
