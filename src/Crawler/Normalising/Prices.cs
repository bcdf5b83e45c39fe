using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Prices with a currency by ISO 4217; amounts below zero and currencies that are none are dropped.</summary>
internal static class Prices
{
    public static IReadOnlyList<PriceTag> Of(IReadOnlyList<PriceTag>? prices) =>
    [
        .. (prices ?? [])
            .Select(price => price.Amount >= 0 && Currency(price.Currency) is { } currency ? new PriceTag(price.Amount, currency) : null)
            .OfType<PriceTag>()
            .Distinct(),
    ];

    private static string? Currency(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "₴" or "ГРН" or "ГРН." => "UAH",
        "$" => "USD",
        "€" => "EUR",
        { Length: 3 } code when code.All(char.IsAsciiLetterUpper) => code,
        _ => null,
    };
}
