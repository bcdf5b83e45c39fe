using System.Text;

namespace DcCourseIndex.Crawler.Fetching.Robots;

/// <summary>Brings the paths of addresses and of rules into one form, so that octets can be compared (RFC 9309 §2.2.2).</summary>
internal static class RobotsPath
{
    private const string Unreserved = "-._~";

    /// <summary>A path with its query: what need not be encoded is decoded, everything else is encoded in upper case.</summary>
    public static string Normal(string path) => Normal(path, isPattern: false);

    /// <summary>The same for a rule, where an asterisk, and a dollar sign at the end, keep their meaning (§2.2.3).</summary>
    public static string NormalPattern(string pattern) => Normal(pattern, isPattern: true);

    private static string Normal(string text, bool isPattern)
    {
        var normal = new StringBuilder(text.Length);
        var bytes = Encoding.UTF8.GetBytes(text);
        var inQuery = false;
        for (var index = 0; index < bytes.Length; index++)
        {
            var octet = bytes[index];
            var encoded = false;
            if (octet == '%' && index + 2 < bytes.Length && Hex(bytes[index + 1]) is { } high && Hex(bytes[index + 2]) is { } low)
            {
                (octet, encoded) = ((byte)((high << 4) | low), true);
                index += 2;
            }
            var meant = isPattern && !encoded && (octet == '*' || (octet == '$' && index == bytes.Length - 1));
            if (meant || IsUnreserved(octet) || (!encoded && IsPlain(octet)) || (inQuery && IsSameInQuery(octet)))
            {
                normal.Append((char)octet);
            }
            else
            {
                normal.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            inQuery |= octet == '?' && !encoded;
        }
        return normal.ToString();
    }

    private static bool IsUnreserved(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || Unreserved.Contains((char)octet, StringComparison.Ordinal);

    private static bool IsPlain(byte octet) => (char)octet switch
    {
        '*' or '$' or '%' => false,
        var letter => letter is > ' ' and < '\u007F' && "/:?@!&'()+,;=".Contains(letter, StringComparison.Ordinal),
    };

    // Inside a query these mean the same written plainly or encoded (RFC 3986 §3.4): ?to=https://a and ?to=https%3A%2F%2Fa are one address,
    // as the table of §2.2.2 has it. In the path %2F is another octet than the slash.
    private static bool IsSameInQuery(byte octet) => octet is (byte)'/' or (byte)':' or (byte)'?' or (byte)'@';

    private static int? Hex(byte letter) => char.IsAsciiHexDigit((char)letter) ? Convert.ToInt32(((char)letter).ToString(), 16) : null;
}
