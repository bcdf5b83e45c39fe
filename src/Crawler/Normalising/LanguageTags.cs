using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Language names of all kinds (<c>ua</c>, <c>ukr</c>, «Українська», <c>uk_ua</c>) as BCP 47 tags.</summary>
internal static partial class LanguageTags
{
    private static readonly Dictionary<string, string> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ua"] = "uk", ["ukr"] = "uk", ["ukrainian"] = "uk", ["українська"] = "uk", ["українською"] = "uk", ["украинский"] = "uk", ["укр"] = "uk",
        ["eng"] = "en", ["english"] = "en", ["англійська"] = "en", ["англійською"] = "en", ["англ"] = "en", ["английский"] = "en",
        ["rus"] = "ru", ["russian"] = "ru", ["російська"] = "ru", ["русский"] = "ru",
        ["pol"] = "pl", ["polish"] = "pl", ["польська"] = "pl",
        ["ger"] = "de", ["deu"] = "de", ["german"] = "de", ["deutsch"] = "de", ["німецька"] = "de",
        ["fre"] = "fr", ["fra"] = "fr", ["french"] = "fr", ["французька"] = "fr",
        ["spa"] = "es", ["spanish"] = "es", ["іспанська"] = "es",
        ["ita"] = "it", ["italian"] = "it", ["італійська"] = "it",
        ["crh"] = "crh", ["кримськотатарська"] = "crh",
        ["mul"] = "mul", ["multiple"] = "mul", ["multilingual"] = "mul",
    };

    /// <summary>A tag in its usual case (<c>en-US</c>, <c>zh-Hant</c>); <c>mul</c> for several languages; null for what is none.</summary>
    public static string? Canonical(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var parts = name.Split([',', ';', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var tags = parts.Select(One).Distinct().ToList();
        return tags switch
        {
            [var tag] => tag,
            _ => tags.Contains(null) ? null : "mul",
        };
    }

    public static IReadOnlyList<string> CanonicalAll(IReadOnlyList<string>? names) =>
        [.. (names ?? []).Select(Canonical).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? One(string name)
    {
        var bare = name.Trim().TrimEnd('.').Replace('_', '-');
        bare = bare.EndsWith(" мова", StringComparison.OrdinalIgnoreCase) ? bare[..^5] : bare;
        if (ByName.TryGetValue(bare, out var known))
        {
            return known;
        }

        if (!Tag().IsMatch(bare))
        {
            return null;
        }

        var subtags = bare.Split('-');
        var language = ByName.GetValueOrDefault(subtags[0], subtags[0].ToLowerInvariant());
        var rest = subtags.Skip(1).Where(subtag => !(language == "uk" && subtag.Equals("ua", StringComparison.OrdinalIgnoreCase))).Select(subtag => subtag.Length switch
        {
            2 => subtag.ToUpperInvariant(),
            4 => char.ToUpperInvariant(subtag[0]) + subtag[1..].ToLowerInvariant(),
            _ => subtag.ToLowerInvariant(),
        });
        return string.Join('-', rest.Prepend(language));
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
