using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>A stretch of a text and what stands in its place.</summary>
internal readonly record struct Masked(int Start, int Length, string Mask)
{
    public int End => Start + Length;
}

/// <summary>Finds e-mail addresses, telephone numbers and messenger names in texts: they are personal data and age quickly.</summary>
internal static partial class Masking
{
    private const string Mail = "[e-mail]";
    private const string Telephone = "[телефон]";
    private const string Messenger = "[контакт]";

    /// <summary>Masks plain text. Numbers inside of addresses, dates, hours, prices, ISBN and years stay.</summary>
    public static string Mask(string text) => Apply(text, Find(text));

    /// <summary>The same for HTML, safe or as found.</summary>
    public static string MaskHtml(string html) => MarkupMasking.Mask(html, Find);

    /// <summary>What is to be masked in plain text, in order and without overlaps.</summary>
    public static IReadOnlyList<Masked> Find(string text)
    {
        var found = new List<Masked>();
        // Most texts have no such sign at all, and looking for one is far cheaper than looking for an address.
        if (text.AsSpan().ContainsAny("@([{") || text.Contains("собака", StringComparison.OrdinalIgnoreCase) || text.Contains("равлик", StringComparison.OrdinalIgnoreCase))
        {
            Add(MailAddress(), Mail);
            Add(MessengerName(), Messenger);
        }
        if (text.Contains('0', StringComparison.Ordinal) || text.Contains('+', StringComparison.Ordinal))
        {
            Add(NumberInLink(), Telephone);
            Add(InternationalNumber(), Telephone);
            Add(UkrainianNumber(), Telephone);
            Add(NationalNumber(), Telephone);
        }
        return Apart(found);

        void Add(Regex pattern, string mask) => found.AddRange(pattern.Matches(text).Select(match => new Masked(match.Index, match.Length, mask)));
    }

    /// <summary>Of stretches that overlap the first stays, of those that begin together the longest.</summary>
    public static IReadOnlyList<Masked> Apart(List<Masked> found)
    {
        if (found.Count < 2)
        {
            return found;
        }
        var apart = new List<Masked>(found.Count);
        foreach (var one in found.OrderBy(one => one.Start).ThenByDescending(one => one.Length))
        {
            if (apart.Count == 0 || apart[^1].End <= one.Start)
            {
                apart.Add(one);
            }
        }
        return apart;
    }

    public static string Apply(string text, IReadOnlyList<Masked> masked)
    {
        if (masked.Count == 0)
        {
            return text;
        }
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var one in masked)
        {
            result.Append(text, at, one.Start - at).Append(one.Mask);
            at = one.End;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    // olena@lib.example, olena @ lib.example, olena [at] lib [dot] example, olena собака lib.example
    [GeneratedRegex(@"(?<![\w.+/-])[\w.+-]{1,64}(?:\s?@\s?|\s?[\[({]\s?(?:at|ет|собака|равлик|@)\s?[\])}]\s?|\s(?:собака|равлик)\s)[\w-]{1,63}(?:(?:\.|\s?[\[({]\s?(?:dot|крапка|точка)\s?[\])}]\s?)[\w-]{1,63})+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?<=\b(?:telegram|телеграм\w{0,2}|viber|вайбер\w{0,2}|instagram|skype|тг|tg)\b[\s:–—-]{0,4})@[\w.]{4,64}(?<!\.)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MessengerName();

    // t.me/+380…, wa.me/380…: a person's number as an address.
    [GeneratedRegex(@"(?<![\w.])(?:https?://)?(?:t\.me|wa\.me|viber\.click|chats\.viber\.com|api\.whatsapp\.com)/(?:send\?phone=)?(?:\+|%2B)?\d{9,15}(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberInLink();

    [GeneratedRegex(@"(?<![\w/=])\+\d{1,3}(?:[ \u00A0()./\u2010-\u2015-]{0,3}\d){8,12}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InternationalNumber();

    [GeneratedRegex(@"(?<![\w/=.,+\u2010-\u2015-])(?:00)?380(?:[ \u00A0().\u2010-\u2015-]{0,3}\d){9}(?![\d-]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex UkrainianNumber();

    // 050 123-45-67, (044) 123 45 67, 0(44)123-45-67, 8-0512-12-34-56, 0 800 123 456: ten digits with a leading zero, or fewer behind an area code in brackets.
    [GeneratedRegex(@"(?<![\w/=.,+\u2010-\u2015-])(?<!ISBN(?:-1[03])?[:\s]{0,3})(?:8[ -]?)?(?:(?:\(0\d{2,4}\)|0[ -]?\(\d{2,4}\))(?:[ \u00A0.\u2010-\u2015-]{0,3}\d){5,7}|0(?:\d{2}|[ -]\d{2})(?:[ \u00A0.\u2010-\u2015-]{0,3}\d){7})(?![\d-]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NationalNumber();
}
