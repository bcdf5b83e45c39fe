using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>A price as people read it: «14 000 грн» (with any kind of blank), «€49», «безкоштовно».</summary>
/// <param name="Class">Null where the words name no price.</param>
/// <param name="Tag">Null where there is no amount, or none with a currency.</param>
internal sealed partial record WrittenPrice(Price? Class, PriceTag? Tag)
{
    public static readonly WrittenPrice None = new(null, null);

    private static readonly (string Sign, string Currency)[] Signs = [("грн", "UAH"), ("₴", "UAH"), ("uah", "UAH"), ("$", "USD"), ("usd", "USD"), ("€", "EUR"), ("eur", "EUR"), ("євро", "EUR")];

    /// <summary>The last amount of several: what is struck out stands first.</summary>
    public static WrittenPrice Of(string? text)
    {
        var plain = Words.Plain(text)?.ToLowerInvariant();
        if (plain is null || plain.Length > 200) return None;
        if (Free().IsMatch(plain)) return new(Price.Free, null);
        var amounts = Amount().Matches(plain)
            .Select(match => (Currency: Signs.FirstOrDefault(sign => match.Groups["before"].Value == sign.Sign || match.Groups["after"].Value == sign.Sign).Currency, Number: Number(match.Groups["number"].Value)))
            .Where(amount => amount is { Currency: not null, Number: not null })
            .ToList();
        if (amounts.Count == 0) return None;
        var (currency, number) = amounts[^1];
        return number == 0 ? new(Price.Free, null) : new(Price.Paid, new PriceTag(number!.Value, currency!));
    }

    private static decimal? Number(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal);
        // «1,200» and «1.200» are thousands, «49,90» are coins.
        bare = Thousands().IsMatch(bare) ? bare.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : bare.Replace(',', '.');
        return decimal.TryParse(bare, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^\P{L}*(?:безкоштовн\p{L}*|безоплатн\p{L}*|free)\P{L}*$", RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    [GeneratedRegex(@"(?<before>[$€₴])?\s?(?<!\d)(?<number>\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})*)(?!\d)\s?(?<after>грн|₴|uah|\$|usd|€|eur|євро)?", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
