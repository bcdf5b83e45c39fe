using System.Globalization;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>Makes spellings of one word equal: what is compared anywhere in the catalogue is compared folded.</summary>
public static class TextFolding
{
    /// <summary>
    /// NFC, lower case, one apostrophe, ґ as г, no stress marks, soft hyphens or zero-width characters, look-alike letters of the other script mended.
    /// Any string is taken; lone surrogates vanish. Blanks and punctuation stay as they are.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text.AsSpan());
    }

    /// <summary>As <see cref="Fold(string)"/>.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        // The usual word: letters of the Ukrainian alphabet but ґ.
        if (text.IndexOfAnyExceptInRange('\u0400', '\u045F') < 0)
        {
            return string.Create(text.Length, text, static (lower, text) => text.ToLowerInvariant(lower));
        }

        var kept = new StringBuilder(text.Length);
        var isAscii = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                kept.Append(c == '`' ? '\'' : c);
                continue;
            }

            isAscii = false;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(c).Append(text[++i]);
            }
            else if (IsApostrophe(c))
            {
                kept.Append('\'');
            }
            else if (IsHyphen(c))
            {
                kept.Append('-');
            }
            else if (!IsStress(c, kept) && !CharacterHygiene.IsInvisible(c))
            {
                kept.Append(c);
            }
        }

        if (isAscii)
        {
            return kept.ToString().ToLowerInvariant();
        }

        return LookAlikes.Mend(kept.ToString().Normalize(NormalizationForm.FormC)).ToLowerInvariant().Replace('ґ', 'г');
    }

    /// <summary>The characters that people type for the Ukrainian apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '′' or 'ʹ' or '＇' or '‛';

    /// <summary>The characters that join the parts of a compound.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    // The acute belongs to é and ó; over a Cyrillic letter it only tells how to read.
    private static bool IsStress(char c, StringBuilder before)
    {
        if (c is not ('\u0301' or '\u0300'))
        {
            return false;
        }

        var at = before.Length - 1;
        while (at >= 0 && char.GetUnicodeCategory(before[at]) == UnicodeCategory.NonSpacingMark)
        {
            at--;
        }

        return at >= 0 && LookAlikes.IsCyrillic(before[at]);
    }
}
