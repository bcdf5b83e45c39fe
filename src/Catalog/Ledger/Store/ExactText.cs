using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Writes any text so that no engine changes it: control characters, lone surrogates and the backslash become <c>\uXXXX</c>.</summary>
internal static partial class ExactText
{
    public static string Of(string text)
    {
        var exact = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                exact.Append(text, i++, 2);
            }
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] == '\\')
            {
                exact.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                exact.Append(text[i]);
            }
        }

        return exact.ToString();
    }

    /// <summary>The text that was written by <see cref="Of"/>.</summary>
    public static string Read(string exact) => exact.Contains('\\', StringComparison.Ordinal)
        ? Escaped().Replace(exact, found => ((char)int.Parse(found.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : exact;

    [GeneratedRegex(@"\\u[0-9a-f]{4}")]
    private static partial Regex Escaped();
}
