using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The same sounds in the same letters, whether a name was written in English or transliterated: UNICEF and ЮНІСЕФ.</summary>
internal static partial class LatinSounds
{
    private static readonly (string Sound, string Letter)[] Sounds =
        [("ck", "k"), ("ph", "f"), ("g", "h"), ("th", "t"), ("oo", "u"), ("yu", "u"), ("ya", "a"), ("ye", "e"), ("iu", "u"), ("ia", "a"), ("ie", "e"), ("w", "v"), ("x", "ks"), ("y", "i")];

    public static string Of(string word)
    {
        var latin = HardC().Replace(SoftC().Replace(WithoutMarks(Transliteration.ToLatin(word)).Replace("'", "", StringComparison.Ordinal), "s"), "k");
        foreach (var (sound, letter) in Sounds)
        {
            latin = latin.Replace(sound, letter, StringComparison.Ordinal);
        }

        return Twice().Replace(latin, "$1");
    }

    // «café» is «cafe».
    private static string WithoutMarks(string latin) =>
        Ascii.IsValid(latin) ? latin : string.Concat(latin.Normalize(NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    [GeneratedRegex("c(?=[eiy])", RegexOptions.CultureInvariant)]
    private static partial Regex SoftC();

    [GeneratedRegex("c(?![hk])", RegexOptions.CultureInvariant)]
    private static partial Regex HardC();

    [GeneratedRegex(@"(\p{L})\1", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
