using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// An address without all that changes nothing about where it leads. <paramref name="Text"/> is what is compared;
/// <paramref name="Language"/> the language that stood in the address, null where none did.
/// </summary>
internal sealed partial record CanonicalAddress(string Text, string Host, string? Language)
{
    // Pages of lists and of searches: many courses share them.
    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        "courses", "course", "kursy", "kurs", "catalog", "catalogue", "katalog", "courses-catalog", "search", "all", "home", "main", "index", "news", "novyny", "blog",
        "events", "podii", "category", "categories", "my", "login", "learn", "learning", "education", "osvita", "navchannia", "trainings", "webinars", "online-courses",
        "onlain-kursy", "online", "resource", "resources", "handle", "module", "modules", "video", "videos", "items", "record", "webinar", "training", "lessons", "program", "programs",
    };

    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase) { "uk", "ua", "en", "uk-ua", "en-us", "en-gb", "ukr", "eng", "pl", "de", "fr", "ru" };

    /// <summary>Whether a part of an address names a list of courses and not one of them.</summary>
    public static bool IsList(string part) => Lists.Contains(part);

    /// <summary>Null for what is no web address, and for the front page or a list, which tell no course from another.</summary>
    public static CanonicalAddress? Of(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        if (VideoAddress.Of(address) is { } video)
        {
            return video;
        }

        var (host, language) = HostOf(address);
        var parts = PartsOf(address);
        if (parts.Count > 0 && Languages.Contains(parts[0]))
        {
            language = parts[0];
            parts.RemoveAt(0);
        }

        var query = QueryOf(address, ref language);
        if (query.Length == 0 && (parts.Count == 0 || Lists.Contains(parts[^1])))
        {
            return null;
        }

        return new CanonicalAddress($"{host}/{string.Join('/', parts)}{query}", host, Spoken(language));
    }

    private static (string Host, string? Language) HostOf(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        var prefix = Prefix().Match(host);
        var bare = host[prefix.Length..];
        var known = bare.Contains('.', StringComparison.Ordinal);
        return ((known ? bare : host) + (address.IsDefaultPort || address.Port is 80 or 443 ? "" : $":{address.Port}"), known && prefix.Groups["language"] is { Success: true } language ? language.Value : null);
    }

    // An application within the page has its path behind «#/».
    private static List<string> PartsOf(Uri address)
    {
        var path = address.Fragment.StartsWith("#/", StringComparison.Ordinal) || address.Fragment.StartsWith("#!/", StringComparison.Ordinal)
            ? address.AbsolutePath + address.Fragment[address.Fragment.IndexOf('/', StringComparison.Ordinal)..].Split('?')[0]
            : address.AbsolutePath;
        List<string> parts = [.. Unescape(path).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => PageEnding().Replace(part, "").ToLowerInvariant())];
        parts.RemoveAll(part => IndexPage().IsMatch(part) || part is "jspui" or "xmlui");
        if (parts.Count > 2 && parts[^1] is "about" or "overview" or "amp" or "enroll" or "enrol" or "register")
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return parts;
    }

    private static string QueryOf(Uri address, ref string? language)
    {
        var kept = new List<string>();
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=')[0].ToLowerInvariant();
            if (name is "lang" or "_lang" or "language" or "hl" or "locale")
            {
                language ??= pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
            }
            else if (!Tracking().IsMatch(name) && pair.Contains('=', StringComparison.Ordinal))
            {
                kept.Add(Unescape(pair.Replace('+', ' ')));
            }
        }

        kept.Sort(StringComparer.Ordinal);
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static string? Spoken(string? language) => language is null ? null : language[..Math.Min(2, language.Length)] switch { "ua" => "uk", var tag => tag };

    private static string Unescape(string text) => Uri.UnescapeDataString(text);

    [GeneratedRegex(@"^(?:(?:www\d?|m|mobile|amp|(?<language>uk|ua|en))\.)*", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:index|default|home)(?:\.(?:php|html?|aspx?|jsp))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndexPage();

    [GeneratedRegex(@"(?:;jsessionid=.*|\.html?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageEnding();

    [GeneratedRegex(@"^(?:utm_.*|fbclid|gclid|gbraid|wbraid|yclid|msclkid|mc_.*|_ga|_gl|igshid|igsh|wt\..*|ocid|icid|authmode|signup|action|enrol|enroll|register|ref|referrer|referer|source|src|from|campaign|share|sharer|spm|sesskey|notifyeditingon|redirect|amp|v|ver|cb|coupon.*|promo.*|discount.*|voucher|aff(?:iliate)?(?:_?id)?|partner.*|invite|tab|embed|preview|print|theme|section|trk.*|mtm_.*|matomo_.*|pk_.*|gad_.*|hsa_.*|_hs.*|mkt_tok|dclid|ttclid|twclid|ysclid|li_fat_id|s_kwcid|phpsessid|jsessionid)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();
}
