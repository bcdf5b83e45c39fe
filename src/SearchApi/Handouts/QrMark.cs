using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace DcCourseIndex.SearchApi.Handouts;

/// <summary>An address as a QR code (ISO/IEC 18004), drawn as one path that prints sharp at any size; the quiet zone of four modules is part of it.</summary>
internal static class QrMark
{
    /// <summary>Longer addresses make a code that a telephone does not read from paper.</summary>
    public const int LongestAddress = 500;

    /// <summary>The drawing, black on white also where the page is dark; null where the address is too long.</summary>
    public static string? Svg(string address, string label)
    {
        if (address.Length > LongestAddress)
            return null;
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            Row(rows[y], y, path);
        return string.Create(CultureInfo.InvariantCulture, $"""<svg class="qr" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(label)}" shape-rendering="crispEdges"><rect width="{rows.Count}" height="{rows.Count}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }

    private static void Row(BitArray row, int y, StringBuilder path)
    {
        for (int from = 0, to; from < row.Count; from = to)
        {
            to = from + 1;
            if (!row[from])
                continue;
            while (to < row.Count && row[to])
                to++;
            path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{to - from}v1h-{to - from}z");
        }
    }
}
