namespace DcCourseIndex.Catalog.Language;

/// <summary>Letters of Latin and Cyrillic that look the same and get mixed by keyboards and scanners.</summary>
internal static class LookAlikes
{
    private const string Latin = "aceiopxyABCEHIKMOPTXYïÏáéíóýÁÉÍÓÝ";
    private const string Cyrillic = "асеіорхуАВСЕНІКМОРТХУїЇаеіоуАЕІОУ";

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F' and not '×' and not '÷');

    /// <summary>Replaces the strangers in each run of letters by the letters of the script that the rest is written in, where every stranger has a double; else the run stays.</summary>
    public static string Mend(string text)
    {
        char[]? mended = null;
        for (var i = 0; i < text.Length;)
        {
            // The Cyrillic block holds signs that are no letters, U+0482 to U+0489.
            if (!char.IsLetter(text[i]) || (!IsCyrillic(text[i]) && !IsLatin(text[i])))
            {
                i++;
                continue;
            }

            var (start, latin, cyrillic, latinDoubles, cyrillicDoubles) = (i, 0, 0, 0, 0);
            for (; i < text.Length && (char.IsLetter(text[i]) || text[i] == '\''); i++)
            {
                latin += IsLatin(text[i]) ? 1 : 0;
                cyrillic += IsCyrillic(text[i]) ? 1 : 0;
                latinDoubles += Latin.Contains(text[i]) ? 1 : 0;
                cyrillicDoubles += Cyrillic.Contains(text[i]) ? 1 : 0;
            }

            if (latin == 0 || cyrillic == 0)
            {
                continue;
            }

            var toCyrillic = latin == latinDoubles && (cyrillic >= latin || cyrillic != cyrillicDoubles);
            if (!toCyrillic && cyrillic != cyrillicDoubles)
            {
                continue;
            }

            mended ??= text.ToCharArray();
            var (from, to) = toCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
            for (var k = start; k < i; k++)
            {
                var at = from.IndexOf(mended[k], StringComparison.Ordinal);
                mended[k] = at >= 0 ? to[at] : mended[k];
            }
        }

        return mended is null ? text : new string(mended);
    }
}
