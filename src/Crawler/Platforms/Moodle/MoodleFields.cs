using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>
/// Maps custom fields, which each portal names itself, by telling words in their short and shown names, Ukrainian, English and Russian.
/// A field that maps to nothing becomes a keyword where its value is a short word and not a number, a date or yes and no.
/// </summary>
internal static partial class MoodleFields
{
    private const int KeywordLength = 60;

    private static readonly string[] Yes = ["так", "да", "yes", "1", "true", "✓", "є"];
    private static readonly string[] No = ["ні", "нет", "no", "0", "false", "немає", "✗"];

    public static RawListing Map(RawListing listing, IEnumerable<MoodleField> fields)
    {
        var keywords = new List<string>();
        foreach (var field in fields)
        {
            var mapped = Map(listing, field);
            if (mapped is not null) listing = mapped;
            else if (IsKeyword(field.Value)) keywords.Add(field.Value);
        }

        return keywords.Count == 0 ? listing : listing with { Keywords = keywords };
    }

    // Null: this field maps to nothing.
    private static RawListing? Map(RawListing listing, MoodleField field)
    {
        var name = $"{field.ShortName} {field.Name}".ToLowerInvariant();
        if (name.Contains("digcomp", StringComparison.Ordinal)) return Competences(listing, field.Value, name);
        if (Says(name, "рівень", "складність", "уровень", "сложность", "level", "difficulty")) return listing with { Level = field.Value };
        if (Says(name, "мова", "язык", "language", "lang")) return listing with { Language = field.Value };
        if (Says(name, "сертифікат", "свідоцтво", "сертификат", "certificate", "cert")) return Certificate(listing, field.Value);
        if (Says(name, "обсяг", "годин", "объем", "объём", "часов", "hours", "workload", "трудомісткість")) return listing with { Workload = Hours(field.Value) };
        if (Says(name, "тривалість", "длительность", "продолжительность", "duration")) return listing with { Duration = field.Value };
        return Says(name, "ліцензія", "лицензия", "licence", "license") ? listing with { Licence = field.Value } : null;
    }

    private static bool Says(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (name.Split(' ', '_', '-', ',', '.', '(', ')').Any(part => part.StartsWith(word, StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static RawListing Certificate(RawListing listing, string value) =>
        Yes.Contains(value.ToLowerInvariant()) ? listing with { Credential = Wire.Name(Credential.Certificate) }
        : No.Contains(value.ToLowerInvariant()) ? listing with { Credential = Wire.Name(Credential.None) }
        : listing;

    // A bare number is of hours where the field is called so; with a unit the portal's own words stay.
    private static string Hours(string value) => BareNumber().IsMatch(value) ? $"PT{value}H" : value;

    private static RawListing Competences(RawListing listing, string value, string name)
    {
        var framework = name.Contains("digcompedu", StringComparison.Ordinal) ? "digcompedu"
            : Says(name, "ua", "україн") ? "digcomp-ua"
            : name.Contains("3.0", StringComparison.Ordinal) ? "digcomp-3.0"
            : "digcomp-2.2";
        var codes = CompetenceCode().Matches(value).Select(match => match.Value).Distinct().ToList();
        return codes.Count == 0
            ? listing
            : listing with
            {
                Competences = [.. listing.Competences ?? [], .. codes.Select(code => new CompetenceStatement(framework, code, Text: value))],
            };
    }

    private static bool IsKeyword(string value) =>
        value.Length is > 1 and <= KeywordLength
        && !Yes.Contains(value.ToLowerInvariant())
        && !No.Contains(value.ToLowerInvariant())
        && value.Count(char.IsLetter) * 2 > value.Length
        && !DateTime.TryParse(value, CultureInfo.GetCultureInfo("uk"), out _);

    [GeneratedRegex(@"^[0-9]{1,4}$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(?<![\d.])[1-6]\.[1-6](?![\d.]*\d)")]
    private static partial Regex CompetenceCode();
}
