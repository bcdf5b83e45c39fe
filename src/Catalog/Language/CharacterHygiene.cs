using System.Buffers;
using System.Globalization;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>Characters that no reader sees and no text needs: removed before a text is kept, shown or compared.</summary>
internal static class CharacterHygiene
{
    /// <summary>Characters of nearly every text that are left as they are whatever stands beside them: no blank but the space, nothing that combines.</summary>
    public const string Ordinary =
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~" +
        "ЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяѐёђѓєѕіїјљњћќѝўџҐґ«»–—‘’“”„…№ʼ";

    private static readonly SearchValues<char> Clear = SearchValues.Create(Ordinary + " \n\t");

    /// <summary>NFC; without controls (but line feed and tab), zero-width and direction marks, soft hyphens, private-use letters and halves of surrogate pairs; every kind of blank is a space, CR LF is LF.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Clear))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F' or '\n' or '\t')
            {
                clean.Append(c);
            }
            else if (c == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c is '\u2028' or '\u2029' or '\u0085' or '\v' or '\f')
            {
                clean.Append('\n');
            }
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
            {
                clean.Append(' ');
            }
            else if (!IsInvisible(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>True for what may stand inside a word without being part of it: format characters, controls, private use, lone surrogates, non-characters.</summary>
    public static bool IsInvisible(char c) =>
        c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') or '\u034F' or '\u115F' or '\u1160' or '\u3164'
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}
