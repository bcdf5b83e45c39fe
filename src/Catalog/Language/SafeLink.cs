namespace DcCourseIndex.Catalog.Language;

/// <summary>The address of a link that may be shown: http, https or mailto, absolute.</summary>
internal static class SafeLink
{
    private const int Longest = 2_000;

    /// <summary>Null where the link is not to be shown: another scheme, a password in the address, a place on the same page, or relative with nothing to resolve it against.</summary>
    public static string? Resolve(string? href, Uri? address)
    {
        // Browsers drop tabs and line breaks inside an address before they look at its scheme (URL Standard §4.4).
        var link = string.Concat((href ?? "").Where(c => c > ' ' && c != '\u007F' && !CharacterHygiene.IsInvisible(c)));
        if (link.Length is 0 or > Longest || link[0] == '#' || !IsWhole(link))
        {
            return null;
        }

        var absolute = HasScheme(link)
            ? Uri.TryCreate(link, UriKind.Absolute, out var own) ? own : null
            : address is { IsAbsoluteUri: true } && Uri.TryCreate(address, link.Replace('\\', '/'), out var joined) ? joined : null;
        var isShown = absolute switch
        {
            null => false,
            { Scheme: "mailto" } => absolute.AbsoluteUri.Contains('@', StringComparison.Ordinal),
            { Scheme: "http" or "https" } => absolute.Host.Length > 0 && absolute.UserInfo.Length == 0,
            _ => false,
        };
        return isShown && absolute!.AbsoluteUri.Length <= Longest * 6 ? absolute.AbsoluteUri : null;
    }

    private static bool IsWhole(string link)
    {
        for (var i = 0; i < link.Length; i++)
        {
            if (char.IsSurrogate(link[i]) && !(char.IsHighSurrogate(link[i]) && ++i < link.Length && char.IsLowSurrogate(link[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasScheme(string link)
    {
        var colon = link.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(link[0]) && link.AsSpan(0, colon).IndexOfAnyExcept(SchemeLetters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
