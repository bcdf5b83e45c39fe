using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>A body as text; <paramref name="Replaced"/> says that some bytes meant nothing in the charset and stand as U+FFFD.</summary>
public readonly record struct DecodedText(string Text, bool Replaced, string Charset);

/// <summary>Turns the bytes of a page into text. Declarations lie, so bytes that are valid UTF-8 are UTF-8, whatever was declared.</summary>
public static partial class PageText
{
    // The HTML standard looks for a meta charset in the first 1024 bytes.
    private const int MetaBytes = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>The text of a page: by byte order mark, as UTF-8 where it is valid, by the declared charset, by the meta or XML declaration, else as windows-1251.</summary>
    public static DecodedText Decode(Page page) => Decode(page.Body.Span, page.ContentType);

    /// <summary>The same for bytes with their Content-Type, which may be null.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (marked, length) = Mark(body);
        if (marked is not null)
        {
            return Read(marked, body[length..]);
        }
        var declared = Declared(contentType) ?? InText(body);
        // UTF-16 without a mark looks like UTF-8 full of NUL bytes.
        var wide = declared?.WebName.StartsWith("utf-16", StringComparison.Ordinal) ?? false;
        if (!wide && Utf8(body) is { } text)
        {
            return new(WithoutNul(text), false, "utf-8");
        }
        return declared is null || (declared.WebName == "utf-8" && !MostlyUtf8(body)) ? Read(Windows1251, body) : Read(declared, body);
    }

    private static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static Encoding? Declared(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var media) ? Named(media.CharSet) : null;

    private static Encoding? InText(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, MetaBytes)]);
        var match = Declaration().Match(head);
        // A text that says in ASCII letters that it is UTF-16 is not; the HTML standard reads it as UTF-8.
        return match.Success && Named(match.Groups[1].Value) is { } named
            ? named.WebName.StartsWith("utf-16", StringComparison.Ordinal) ? Encoding.UTF8 : named
            : null;
    }

    private static Encoding? Named(string? charset)
    {
        var name = charset?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Unknown, or given up for being dangerous (utf-7).
            return null;
        }
    }

    private static string? Utf8(ReadOnlySpan<byte> body)
    {
        try
        {
            return StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A cut or patched UTF-8 page has few bad places; a windows-1251 page that calls itself UTF-8 has nothing else.
    private static bool MostlyUtf8(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        return text.Count(letter => letter == '\uFFFD') <= text.Count(letter => letter is > '\u007F' and not '\uFFFD');
    }

    private static DecodedText Read(Encoding encoding, ReadOnlySpan<byte> body)
    {
        var text = encoding.GetString(body);
        return new(WithoutNul(text), text.Contains('\uFFFD', StringComparison.Ordinal), encoding.WebName);
    }

    // No text has it, and stores and parsers each take it for something else.
    private static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    [GeneratedRegex("""(?:<meta\b[^>]*?\bcharset\s*=|<\?xml\b[^>]*?\bencoding\s*=)\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
