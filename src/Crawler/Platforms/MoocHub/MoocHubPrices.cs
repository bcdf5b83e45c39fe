using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.MoocHub;

/// <summary>What a course costs, by its ways of access and its offers. A free course with a certificate that costs is free to study. Pure.</summary>
internal static class MoocHubPrices
{
    public static (string? Price, IReadOnlyList<PriceTag>? Prices) Of(JsonElement course)
    {
        var access = MoocHubCourse.Texts(course, "access", "en").Select(way => way.ToLowerInvariant()).ToHashSet();
        var offers = MoocHubCourse.Many(course, "offer").Concat(MoocHubCourse.Many(course, "offers"))
            .Select(offer => (Amount: Amount(offer), Currency: offer.Text("priceCurrency"), ForCertificate: offer.Text("category")?.ToLowerInvariant() == "certificate"))
            .ToList();
        var free = access.Contains("free") || offers.Any(offer => offer is { ForCertificate: false, Amount: 0 });
        var paid = access.Contains("paid") || offers.Any(offer => offer.Amount > 0);
        Price? price = (free, paid) switch
        {
            (true, true) => Catalog.Courses.Price.FreeToStudy,
            (true, false) => Catalog.Courses.Price.Free,
            // A price for the certificate alone does not say that learning costs anything.
            (false, true) when access.Contains("paid") || offers.Any(offer => offer is { ForCertificate: false, Amount: > 0 }) => Catalog.Courses.Price.Paid,
            _ => null,
        };
        var prices = offers.Where(offer => offer is { Amount: > 0, Currency: not null }).Select(offer => new PriceTag(offer.Amount!.Value, offer.Currency!)).Distinct().ToList();
        return (price is { } known ? Wire.Name(known) : null, prices.Count > 0 ? prices : null);
    }

    private static decimal? Amount(JsonElement offer) =>
        decimal.TryParse(offer.Text("price")?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
