using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>What schema.org's offers say of the price of a course, single or aggregated, with the price beside or inside a specification. Pure.</summary>
internal static partial class CourseOffers
{
    private static readonly string[] Members = ["price", "lowPrice", "highPrice"];

    /// <summary>The wire value and the amounts above zero; null where nothing is said.</summary>
    public static (string? Price, IReadOnlyList<PriceTag>? Prices) Of(bool? free, IReadOnlyList<JsonElement> offers)
    {
        var amounts = offers.SelectMany(Amounts).Distinct().ToList();
        var prices = amounts.Where(one => one is { Amount: > 0, Currency: not null }).Select(one => new PriceTag(one.Amount, one.Currency!)).ToList();
        return (Price(free, offers, amounts) is { } price ? Wire.Name(price) : null, prices.Count > 0 ? prices : null);
    }

    private static Price? Price(bool? free, IReadOnlyList<JsonElement> offers, List<(decimal Amount, string? Currency)> amounts)
    {
        if (free is { } said) return said ? Catalog.Courses.Price.Free : Catalog.Courses.Price.Paid;
        var categories = offers.Select(offer => LocalText.Of(offer.Member("category"), "en")?.Trim().ToLowerInvariant()).ToList();
        if (categories.Contains("free")) return Catalog.Courses.Price.Free;
        if (categories.Contains("partially free")) return Catalog.Courses.Price.FreeToStudy;
        if (categories.Contains("paid") || categories.Contains("subscription")) return Catalog.Courses.Price.Paid;
        return amounts.Count == 0 ? null : amounts.Any(one => one.Amount == 0) ? Catalog.Courses.Price.Free : Catalog.Courses.Price.Paid;
    }

    private static IEnumerable<(decimal Amount, string? Currency)> Amounts(JsonElement offer)
    {
        var specified = offer.Member("priceSpecification") switch
        {
            { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object).ToList(),
            { ValueKind: JsonValueKind.Object } one => [one],
            _ => [],
        };
        return specified.Prepend(offer)
            .SelectMany(at => Members.Select(member => (Text: at.Text(member), At: at)))
            .Where(one => one.Text is not null)
            .Select(one => (Amount: Amount(one.Text!), Currency: one.At.Text("priceCurrency") ?? offer.Text("priceCurrency") ?? Beside(one.Text!)))
            .Where(one => one.Amount is not null)
            .Select(one => (one.Amount!.Value, one.Currency));
    }

    // «450,00», «1 200.50 грн», «₴450»; what holds several numbers is none.
    private static decimal? Amount(string text)
    {
        var match = Number().Match(text);
        return match.Success && decimal.TryParse(Blank().Replace(match.Groups[1].Value, "").Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    private static string? Beside(string text) => text switch
    {
        _ when text.Contains('₴', StringComparison.Ordinal) || text.Contains("грн", StringComparison.OrdinalIgnoreCase) => "UAH",
        _ when text.Contains('€', StringComparison.Ordinal) => "EUR",
        _ when text.Contains('$', StringComparison.Ordinal) => "USD",
        _ => null,
    };

    [GeneratedRegex(@"^[^\d-]{0,6}(\d{1,3}(?:[\s\u00A0\u202F]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)[^\d]{0,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
