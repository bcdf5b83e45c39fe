using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Probing.Writing;

/// <summary>Makes the name of a source of its address. Pure.</summary>
internal static partial class SourceName
{
    /// <summary>In characters.</summary>
    public const int Longest = 40;
    private static readonly string[] Ends = ["com", "org", "net", "edu", "gov", "ua", "eu", "info", "online", "in", "kiev", "lviv"];

    /// <summary>Of «https://www.dl.example.edu.ua» «dl-example»; always 2 to 40 of a–z, 0–9 and hyphen.</summary>
    public static string Of(Uri address)
    {
        var host = address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? $"portal-{address.Host.Trim('[', ']')}" : Transliteration.ToLatin(new IdnMapping().GetUnicode(address.IdnHost));
        var parts = host.Split('.').Where((part, i) => i > 0 || part != "www").ToList();
        while (parts.Count > 1 && Ends.Contains(parts[^1], StringComparer.Ordinal)) parts.RemoveAt(parts.Count - 1);
        // Another port is another portal.
        if (!address.IsDefaultPort) parts.Add(address.Port.ToString(CultureInfo.InvariantCulture));
        var name = Strange().Replace(string.Join('-', parts).ToLowerInvariant(), "-").Trim('-');
        return name.Length < 2 ? $"portal-{name}".Trim('-') : name[..Math.Min(name.Length, Longest)].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Strange();
}
