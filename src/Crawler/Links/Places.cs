using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Compares addresses as places: what differs only in scheme, case, slash, language or tracking is one place. Pure.</summary>
internal static partial class Places
{
    private static readonly HashSet<string> Languages = new(["uk", "ua", "en", "ru", "pl", "de", "fr", "uk-ua", "en-us", "en-gb", "ru-ua"], StringComparer.Ordinal);

    private static readonly HashSet<string> Passing = new(["lang", "language", "locale", "hl", "fbclid", "gclid", "yclid", "ref", "sid", "phpsessid"], StringComparer.Ordinal);

    /// <summary>Whether two addresses are the same place.</summary>
    public static bool Same(Uri one, Uri other) =>
        Host(one) == Host(other) && Path(one) == Path(other) && Query(one) == Query(other);

    /// <summary>The start of a site, in whatever language.</summary>
    public static bool IsFront(Uri address) => Path(address) is "" or "home" or "main" or "golovna" or "index" && Query(address).Length == 0;

    public static bool IsLogin(Uri address) => Login().IsMatch(address.AbsolutePath);

    public static bool IsSearch(Uri address) => Search().IsMatch(address.AbsolutePath) || SearchQuery().IsMatch(address.Query);

    /// <summary>An address that itself says that something was not found.</summary>
    public static bool IsError(Uri address) => Error().IsMatch(address.AbsolutePath);

    /// <summary>Whether one address is a list that the other stood in: a shorter path, the same beginning.</summary>
    public static bool IsAbove(Uri above, Uri below) =>
        Host(above) == Host(below) && Path(below).Length > Path(above).Length && Path(below).StartsWith(Path(above) + "/", StringComparison.Ordinal);

    /// <summary>An address beside the given one that nobody has ever linked to.</summary>
    public static Uri Beside(Uri address, string unheard)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        return new Uri(address, path[..(path.LastIndexOf('/') + 1)] is { Length: > 0 } folder ? folder + unheard : "/" + unheard);
    }

    private static string Host(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        var plain = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return address.IsDefaultPort ? plain : $"{plain}:{address.Port}";
    }

    private static string Path(Uri address)
    {
        var parts = Uri.UnescapeDataString(address.AbsolutePath).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count > 0 && Languages.Contains(parts[0]))
        {
            parts.RemoveAt(0);
        }

        if (parts.Count > 0 && parts[^1] is "index.php" or "index.html" or "index.htm")
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    private static string Query(Uri address) => string.Join('&', Uri.UnescapeDataString(address.Query)
        .TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => pair.Split('=')[0].ToLowerInvariant() is var name && !Passing.Contains(name) && !name.StartsWith("utm_", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"/(?:login|log-in|signin|sign-in|sign_in|auth|sso|cas|wp-login\.php|vhid|account/login|users/sign_in)(?:/|\.php|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Login();

    [GeneratedRegex(@"/(?:search|poshuk|find)(?:/|\.php|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Search();

    [GeneratedRegex(@"[?&](?:s|q|search|query|search_query)=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SearchQuery();

    [GeneratedRegex(@"/(?:404|410|error|errors|not-found|notfound|page-not-found|pomylka)(?:/|\.php|\.html?|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Error();
}
