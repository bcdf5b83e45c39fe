using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>A price in figures as portals write it: «14 000 грн», «$49.99», «1.299,00 €».</summary>
internal sealed partial record Amount(decimal Value, string? Currency)
{
    private static readonly (string Word, string Code)[] Words =
        [("грн", "UAH"), ("₴", "UAH"), ("uah", "UAH"), ("$", "USD"), ("usd", "USD"), ("€", "EUR"), ("eur", "EUR"), ("£", "GBP"), ("gbp", "GBP"), ("zł", "PLN"), ("pln", "PLN")];

    /// <summary>The price class that it stands for.</summary>
    public string Class => Wire.Name(Value == 0 ? Price.Free : Price.Paid);

    /// <summary>Null where it is free, or its currency is not known.</summary>
    public IReadOnlyList<PriceTag>? Tags => Value > 0 && Currency is { } code ? [new PriceTag(Value, code)] : null;

    /// <summary>Null where no number stands in the text, or more than one.</summary>
    public static Amount? Read(string? text, string? currency)
    {
        if (text is null || Figures().Matches(text) is not [var only]) return null;
        var figures = Blank().Replace(only.Value, "");
        // A mark before exactly three last figures parts thousands; the last of two kinds parts the fraction.
        var mark = figures.LastIndexOfAny(['.', ',']);
        var isFraction = mark >= 0 && (figures.Length - mark - 1 < 3 || figures.AsSpan(0, mark).IndexOfAny('.', ',') is >= 0 and var other && figures[other] != figures[mark]);
        var whole = isFraction ? figures[..mark] : figures;
        var plain = Marks().Replace(whole, "") + (isFraction ? "." + figures[(mark + 1)..] : "");
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return new(value, Code(currency) ?? currency?.Trim() ?? Code(text));
    }

    private static string? Code(string? text) => text is null ? null : Words.Where(word => text.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).Select(word => word.Code).FirstOrDefault();

    [GeneratedRegex(@"\d(?:[\d.,\s\u00A0\u202F\u2009]*\d)?", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009]", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex("[.,]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
