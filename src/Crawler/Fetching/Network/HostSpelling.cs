using System.Net;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>
/// Refuses hosts that are written so that a program reads them as another address than a person does: <c>2130706433</c>, <c>0x7f.1</c>,
/// <c>0177.0.0.1</c>, <c>127.1</c>, and a dot at the end, which would also be a host of its own to gates and rules.
/// </summary>
internal static class HostSpelling
{
    /// <summary>What is wrong with the host of an address as it was written, as half a sentence; null: nothing.</summary>
    public static string? Wrong(Uri address) => Wrong(Written(address.OriginalString) ?? address.Host);

    private static string? Wrong(string host)
    {
        if (host.EndsWith('.'))
        {
            return $"its host «{host}» ends in a dot";
        }
        // The URL standard takes whatever ends in a number for an IPv4 address (§3.5), also with fullwidth digits and dots.
        var folded = host.Normalize(System.Text.NormalizationForm.FormKC).Replace('。', '.');
        var last = folded[(folded.LastIndexOf('.') + 1)..];
        var isNumber = last.Length > 0 && (last.All(char.IsAsciiDigit) || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit)));
        return isNumber && !(IPAddress.TryParse(host, out var read) && read.ToString() == host)
            ? $"its host «{host}» is a number that is not written as four decimal parts"
            : null;
    }

    // Uri has already rewritten the host where it could.
    private static string? Written(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }
        var end = address.AsSpan(start + 2).IndexOfAny("/\\?#");
        var authority = end < 0 ? address[(start + 2)..] : address.Substring(start + 2, end);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.StartsWith('['))
        {
            return null;
        }
        var port = host.IndexOf(':', StringComparison.Ordinal);
        return Uri.UnescapeDataString(port < 0 ? host : host[..port]);
    }
}
