using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The names that stand in addresses: the word by which a host is known, and the words of a path.</summary>
internal static partial class AddressNames
{
    private const int ShortestLabel = 5;

    /// <summary>«courselane» of «www.courselane.com.ua»; empty for what is no address.</summary>
    public static string HostLabel(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return "";
        }

        var labels = address.IdnHost.ToLowerInvariant().Split('.');
        var at = labels.Length - 2;
        return at > 0 && labels[at] is "com" or "edu" or "org" or "gov" or "co" or "ac" or "net" or "in" ? labels[at - 1] : at >= 0 ? labels[at] : "";
    }

    /// <summary>Whether a host's word tells a portal from others.</summary>
    public static bool IsTelling(string label) => label.Length >= ShortestLabel && !Organisation.IsGeneral(label) && !CanonicalAddress.IsList(label);

    /// <summary>The words of the path without numbers and names of lists.</summary>
    public static List<string> Slug(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? [.. Uri.UnescapeDataString(address.AbsolutePath).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => part.Split(['-', '_', '.', '+', ':'], StringSplitOptions.RemoveEmptyEntries)).Where(part => part.Length >= 2 && !part.All(char.IsDigit) && !CanonicalAddress.IsList(part)).Distinct()]
            : [];

    /// <summary>The words of the hosts that a text names, in small letters.</summary>
    public static IEnumerable<string> HostsIn(string text) => text.Contains('.', StringComparison.Ordinal) ? Hosts().Matches(text).Select(match => match.Groups["label"].Value.ToLowerInvariant()) : [];

    [GeneratedRegex(@"(?<![\p{L}\d@.-])(?:https?://)?(?:www\.)?(?:[a-z0-9-]+\.){0,2}(?<label>[a-z0-9-]{4,40})\.(?:com\.ua|org\.ua|edu\.ua|in\.ua|gov\.ua|[a-z]{2,10})(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();
}
