using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>One address of a sitemap. <paramref name="Changed"/> is its lastmod as written; null where it has none.</summary>
internal sealed record SitemapEntry(Uri Address, string? Changed)
{
    /// <summary>The platform's identifier: path and query below the host, decoded, without slashes around.</summary>
    public string Id => Uri.UnescapeDataString(Address.PathAndQuery).Trim('/');

    /// <summary>The moment of the last change (W3C date and time: anything from a year to fractions of a second); null where it is none.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>Whether the address changed since its lastmod was <paramref name="known"/>. What is no date is compared letter by letter.</summary>
    public bool IsUnchangedSince(string known) =>
        Moment(Changed) is { } now && Moment(known) is { } then ? now <= then : string.Equals(Changed ?? "", known, StringComparison.Ordinal);
}

/// <summary>One file of a sitemap: addresses, or further files where it is an index.</summary>
internal sealed record SitemapFile(IReadOnlyList<SitemapEntry> Entries, IReadOnlyList<Uri> Files);
