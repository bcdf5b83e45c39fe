using System.Text;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Turns the bytes of a page into text: byte order mark, then the answer's header, then the page's own meta element, then UTF-8.</summary>
internal static partial class PageText
{
    private const int MetaWithin = 2048;

    public static string Of(Page page)
    {
        var bytes = page.Body.Span;
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaWithin)]);
        return (Named(page.ContentType) ?? Named(head) ?? Encoding.UTF8).GetString(bytes);
    }

    private static Encoding? Named(string? text)
    {
        if (text is null || Charset().Match(text) is not { Success: true } match) return null;
        var name = match.Groups[1].Value;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
