using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.HelpPlaces;

/// <summary>Makes a place of one row of a table. Pure.</summary>
internal static class PlaceRow
{
    private const int LongestName = 200;
    private const int LongestText = 500;

    /// <summary>The place, or what is wrong with the row; exactly one of the two.</summary>
    public static (HelpPlace? Place, string? Problem) Read(PlaceColumns columns, IReadOnlyList<string> fields)
    {
        var (name, town, address) = (Field("name"), Field("town"), Field("address"));
        if (name is null)
        {
            return (null, "has no name");
        }

        if (town is null && address is null)
        {
            return (null, "has neither a town nor an address");
        }

        var (hours, contact, region) = (Field("hours"), Field("contact"), Field("region"));
        if (name.Length > LongestName || new[] { town, address, hours, contact, region }.Any(text => text?.Length > LongestText))
        {
            return (null, $"has a name of more than {LongestName} letters, or another text of more than {LongestText}");
        }

        var (point, lost) = PlacePoint.Read(Field("lat"), Field("lon"), Field("point"));
        if (lost is not null)
        {
            return (null, $"cannot be put on a map: {lost}");
        }

        if (Mentor(Field("mentor")) is not { } mentor)
        {
            return (null, $"says «{Field("mentor")}» of a mentor; write так, ні, or nothing where it is not known");
        }

        var site = Field("website");
        var website = WebAddress.Of(site?.StartsWith("www.", StringComparison.OrdinalIgnoreCase) == true ? $"https://{site}" : site);
        if (site is not null && website is null)
        {
            return (null, $"has a website «{site}» that cannot be followed; write it with https://");
        }

        string[] tongues = [.. Field("languages")?.Split([',', ';', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []];
        if (Array.Find(tongues, tongue => LanguageTags.Canonical(tongue) is null) is { } unknown)
        {
            return (null, $"names a language «{unknown}»; write uk, en, or українська, англійська");
        }

        return (new HelpPlace(name, Kind(Field("kind")))
        {
            Address = address,
            Town = town,
            Region = region,
            Lat = point?.Lat,
            Lon = point?.Lon,
            Hours = hours,
            Mentor = mentor,
            Contact = contact,
            Website = website,
            Languages = LanguageTags.CanonicalAll(tongues),
        }, null);

        string? Field(string member) => columns.Of(member, fields) is { } text && Plain(text) is { Length: > 0 } plain ? plain : null;
    }

    private static Tutor? Mentor(string? word) => word?.ToLowerInvariant() switch
    {
        null or "?" or "unknown" or "невідомо" => Tutor.Unknown,
        "так" or "є" or "yes" or "true" or "1" or "+" => Tutor.Yes,
        "ні" or "немає" or "нема" or "no" or "false" or "0" or "-" or "–" or "—" => Tutor.No,
        _ => null,
    };

    // A hub in a library is a hub.
    private static PlaceKind Kind(string? words) =>
        words is null ? PlaceKind.Other
        : words.Contains("хаб", StringComparison.OrdinalIgnoreCase) || words.Contains("hub", StringComparison.OrdinalIgnoreCase) ? PlaceKind.Hub
        : words.Contains("бібліотек", StringComparison.OrdinalIgnoreCase) || words.Contains("library", StringComparison.OrdinalIgnoreCase) ? PlaceKind.Library
        : PlaceKind.Other;

    // One line; what no reader sees could turn the letters after it round.
    private static string Plain(string text) => string.Join(' ', string.Concat(text.Where(letter => char.IsWhiteSpace(letter)
        || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
