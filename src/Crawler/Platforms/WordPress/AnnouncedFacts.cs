using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Reads out of what an announcement says in words: who gives the course, when it begins, how many hours it takes, what it costs, whether a certificate is given. Only what is clear is taken.</summary>
internal static partial class AnnouncedFacts
{
    // By order of the Ministry of Education a credit of ECTS is 30 hours of work.
    private const decimal HoursPerCredit = 30;

    /// <param name="listing">What is known so far.</param>
    /// <param name="text">Plain, a line each.</param>
    /// <param name="posted">The day of the announcement, to give days without a year theirs; null where not known.</param>
    public static RawListing Fill(RawListing listing, string text, DateTime? posted)
    {
        var (price, prices) = Price(text);
        return listing with
        {
            Provider = listing.Provider ?? Label(Giver(), text),
            Workload = Hours(text),
            Instances = AnnouncedDates.Start(text, posted) is { } start ? [new RawInstance(start)] : null,
            Price = price,
            Prices = prices,
            Credential = Certificate().IsMatch(text) && !NoCertificate().IsMatch(text) ? Wire.Name(Credential.Certificate) : null,
        };
    }

    private static string? Label(Regex label, string text) =>
        label.Match(text) is { Success: true } match ? Words.Plain(match.Groups[1].Value)?.TrimEnd('.', ';', ',') : null;

    private static string? Hours(string text)
    {
        var match = HoursOfWork().Match(text);
        if (match.Success) return $"PT{match.Groups[1].Value}H";
        return Credits().Match(text) is { Success: true } credits
            && decimal.TryParse(credits.Groups[1].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100
            ? string.Create(CultureInfo.InvariantCulture, $"PT{(int)(number * HoursPerCredit)}H")
            : null;
    }

    private static (string? Price, IReadOnlyList<PriceTag>? Prices) Price(string text)
    {
        var isFree = Free().IsMatch(text);
        if (Amount().Match(text) is { Success: true } amount
            && decimal.TryParse(string.Concat(amount.Groups[1].Value.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var sum) && sum > 0)
        {
            // What is free and yet names a sum asks it for the certificate.
            return (Wire.Name(isFree ? Catalog.Courses.Price.FreeToStudy : Catalog.Courses.Price.Paid), [new PriceTag(sum, "UAH")]);
        }

        return isFree ? (Wire.Name(Catalog.Courses.Price.Free), null) : Paid().IsMatch(text) ? (Wire.Name(Catalog.Courses.Price.Paid), null) : (null, null);
    }

    [GeneratedRegex(@"^\s*(?:Платформа|Організатори?|Провайдер|Автор курсу|Platform|Provider|Organi[sz]er)\s*:\s*(.{2,80})$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Giver();

    [GeneratedRegex(@"(?<![\d.,:])(\d{1,3})\s*(?:академічн\p{L}+\s+)?(?:годин[аи]?|год\.?|hours?)(?!\p{L})(?!\s+на\s+(?:тиждень|добу)|\s+(?:a|per)\s+week)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HoursOfWork();

    [GeneratedRegex(@"(?<![\d.,])(\d{1,2}(?:[.,]\d)?)\s*кредит\p{L}*\s*(?:ЄКТС|ECTS)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credits();

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d{2,6})\s*(?:грн|гривень|гривні|₴|UAH)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(?:безкоштовн\p{L}+|безоплатн\p{L}+|free)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    [GeneratedRegex(@"\b(?:платно|платний|платна)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paid();

    [GeneratedRegex(@"\b(?:сертифікат\p{L}*|свідоцтв\p{L}+|certificates?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Certificate();

    [GeneratedRegex(@"\b(?:без (?:видачі )?сертифікат\p{L}*|сертифікат\p{L}* не (?:вида\p{L}+|передбач\p{L}+)|no certificate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoCertificate();
}
