using System.Globalization;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Cuts a text into words: letters, marks and digits with apostrophes inside, C# and C++ with their signs, .NET with its dot,
/// hyphen compounds as a whole and in parts. Offsets are of the text as given.
/// </summary>
internal static class Tokeniser
{
    // A chain with more hyphens is a line drawn through words, not a compound.
    private const int MostParts = 6;

    public static List<WordSpan> Split(string text)
    {
        var spans = new List<WordSpan>(text.Length / 6);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }

            var first = WordAt(text, i);
            if (first.Length == 0)
            {
                i++;
                continue;
            }

            var at = spans.Count;
            spans.Add(first);
            i = first.End;
            while (i + 1 < text.Length && TextFolding.IsHyphen(text[i]) && WordAt(text, i + 1) is { Length: > 0 } next && next.Start == i + 1)
            {
                spans.Add(next);
                i = next.End;
            }

            var parts = spans.Count - at;
            if (parts is > 1 and <= MostParts && text.AsSpan(first.Start, i - first.Start).IndexOfAnyExcept(DigitsAndHyphens) >= 0)
            {
                spans.Insert(at, new WordSpan(first.Start, i - first.Start, parts));
            }
        }

        return spans;
    }

    private static readonly System.Buffers.SearchValues<char> DigitsAndHyphens = System.Buffers.SearchValues.Create("0123456789-\u2010\u2011");

    /// <summary>The word that starts at <paramref name="start"/>, of length 0 where none does.</summary>
    private static WordSpan WordAt(string text, int start)
    {
        var from = start;
        if (text[start] == '.' && start + 1 < text.Length && LookAlikes.IsLatin(text[start + 1]) && (start == 0 || (text[start - 1] != '.' && !IsWordBefore(text, start))))
        {
            from++;
        }

        var end = from;
        var hasBase = false;
        for (var i = from; i < text.Length;)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || text[i] is >= '\u0400' and <= '\u0481')
            {
                end = ++i;
                hasBase = true;
                continue;
            }

            // Of ASCII only apostrophes go on with a word.
            if (text[i] < '\u0080' && !IsJoiner(text[i]))
            {
                break;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                break;
            }

            if (IsWordRune(rune, hasBase))
            {
                i += used;
                end = i;
                hasBase = true;
            }
            else if (hasBase && IsJoiner(text[i]) && i + used < text.Length)
            {
                // An apostrophe or a soft hyphen belongs to the word only where the word goes on.
                i += used;
                if (!StartsLetter(text, i))
                {
                    break;
                }
            }
            else
            {
                break;
            }
        }

        if (!hasBase)
        {
            return new WordSpan(start, 0);
        }

        return new WordSpan(start, SignsAfter(text, from, end) - start);
    }

    // C#, F#, C++, Google+, 18+: the sign counts only at the end of a Latin word or number.
    private static int SignsAfter(string text, int start, int end)
    {
        var after = end;
        if (after < text.Length && text[after] is '+' or '#' && char.IsAsciiLetterOrDigit(text[end - 1]) && end - start <= 12)
        {
            var sign = text[after++];
            after += sign == '+' && after < text.Length && text[after] == '+' ? 1 : 0;
            if (after < text.Length && (char.IsLetterOrDigit(text[after]) || text[after] is '+' or '#'))
            {
                return end;
            }
        }

        return after;
    }

    private static bool IsWordRune(Rune rune, bool hasBase) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber => true,
        UnicodeCategory.ModifierLetter => rune.Value is not (0x02BC or 0x02B9),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => hasBase,
        _ => false,
    };

    private static bool IsJoiner(char c) => TextFolding.IsApostrophe(c) || c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static bool StartsLetter(string text, int at) =>
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done && (IsWordRune(rune, hasBase: true) || IsJoiner(text[at]));

    private static bool IsWordBefore(string text, int at) => char.IsLetterOrDigit(text[at - 1]) || char.IsSurrogate(text[at - 1]);
}
