using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Takes e-mail addresses and telephone numbers out of texts: they are personal data and age quickly.</summary>
internal static partial class Masking
{
    private const string Mail = "[e-mail]";
    private const string Telephone = "[телефон]";

    /// <summary>Masks plain text. Numbers inside of addresses, dates, ISBN and years stay.</summary>
    public static string Mask(string text)
    {
        // Most texts have no such sign at all, and looking for one is far cheaper than looking for an address.
        var withoutMail = text.AsSpan().ContainsAny('@', '(', '[') ? MailAddress().Replace(text, Mail) : text;
        var withoutPlus = withoutMail.Contains('+', StringComparison.Ordinal) ? InternationalNumber().Replace(withoutMail, Telephone) : withoutMail;
        return withoutPlus.Contains('0', StringComparison.Ordinal) ? NationalNumber().Replace(withoutPlus, Telephone) : withoutPlus;
    }

    /// <summary>The same for sanitised HTML: links to mail and telephones lose their address, other tags stay as they are.</summary>
    public static string MaskHtml(string html) =>
        TextBetweenTags().Replace(PersonalLink().Replace(html, "$1"), text => Mask(text.Value));

    [GeneratedRegex(@"(?<![\w.+/-])[\w.+-]{1,64}(?:@|\s?[\[(](?:at|собака|равлик)[\])]\s?)[\w-]{1,63}(?:\.[\w-]{1,63})+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?<![\w/=])\+\d{1,3}(?:[ \u00A0().–-]{0,2}\d){8,12}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InternationalNumber();

    // 050 123-45-67, (044) 123 45 67, 8-0512-12-34-56, 0 800 123 456; a leading zero is what sets them apart from other numbers.
    [GeneratedRegex(@"(?<![\w/=.,–+-])(?:8[ -]?)?(?:\(0\d{2,4}\)|0\d{2}|0[ -]800)(?:[ \u00A0.–-]{0,3}\d){5,7}(?![\d-]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NationalNumber();

    [GeneratedRegex(@"<a\b[^>]*\bhref=""(?:mailto|tel):[^""]*""[^>]*>(.*?)</a>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex PersonalLink();

    [GeneratedRegex(@"(?<=^|>)[^<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex TextBetweenTags();
}
