using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Which language a listing is written in: by the share of scripts, then by the letters that only one language has, then by function words.
/// A guess for courses whose portal does not say; nothing is dropped for it.
/// </summary>
public static partial class LanguageGuess
{
    private const int FewestLetters = 12;

    private const double MixedFrom = 0.30;

    private static readonly HashSet<string> OnlyUkrainian = Words("та що як це або для від про ви ми ти він вона його її їх який яка які але також щоб якщо буде навчання онлайн вже є у");
    private static readonly HashSet<string> OnlyRussian = Words("и что как это или от вы мы он она его ее их который которая которые но также чтобы если будет обучение уже есть во со не из под при");

    /// <summary><c>uk</c>, <c>en</c>, <c>ru</c>, <c>mul</c> (the minority script has over 30 % of the letters), or null for too little text or another script. Texts are plain.</summary>
    public static string? Guess(string title, string summary)
    {
        // Addresses are Latin in every language.
        var text = Address().Replace(title + "\n" + summary, " ");
        var cyrillic = text.Count(LookAlikes.IsCyrillic);
        var latin = text.Count(LookAlikes.IsLatin);
        var letters = cyrillic + latin;
        if (letters < FewestLetters || text.Count(c => char.IsLetter(c) && !LookAlikes.IsCyrillic(c) && !LookAlikes.IsLatin(c)) > letters)
        {
            return null;
        }

        var minority = (double)Math.Min(cyrillic, latin) / letters;
        return minority > MixedFrom ? "mul" : latin > cyrillic ? "en" : IsRussian(text) ? "ru" : "uk";
    }

    private static bool IsRussian(string text)
    {
        var (ukrainian, russian) = (0, 0);
        foreach (var c in text)
        {
            ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ' or '\u02BC' ? 1 : 0;
            russian += c is 'ы' or 'э' or 'ъ' or 'ё' or 'Ы' or 'Э' or 'Ъ' or 'Ё' ? 1 : 0;
        }

        foreach (var word in CyrillicWord().Matches(text).Select(match => match.Value.ToLowerInvariant()))
        {
            ukrainian += OnlyUkrainian.Contains(word) ? 1 : 0;
            russian += OnlyRussian.Contains(word) ? 1 : 0;
        }

        return russian > ukrainian;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"\S*@\S*|\S*://\S*|\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/\S*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\u0400-\u04FF]+", RegexOptions.CultureInvariant)]
    private static partial Regex CyrillicWord();
}
