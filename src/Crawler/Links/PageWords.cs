using System.Text;
using AngleSharp.Dom;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Links;

/// <summary>The words of a page in a form that can be compared: letters and digits in lower case, one space between words. Empty where a page is no HTML.</summary>
internal sealed record PageWords(string Title, string Heading, string Text, bool HasScripts)
{
    private static readonly PageWords None = new("", "", "", false);

    public static PageWords Of(Page page)
    {
        if (page.Body.IsEmpty || page.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == false)
        {
            return None;
        }

        try
        {
            using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
            var scripts = document.QuerySelectorAll("script").Length > 0;
            foreach (var unseen in document.QuerySelectorAll("script, style, template, noscript"))
            {
                unseen.Remove();
            }

            return new PageWords(
                Fold(document.Title ?? ""),
                Fold(document.QuerySelector("h1")?.TextContent ?? ""),
                // Blocks without white space between them are words apart.
                Fold(string.Join(' ', document.Body?.Descendants<IText>().Select(text => text.Data) ?? [])),
                scripts);
        }
        catch (ListingUnreliableException)
        {
            // A page that is made to keep a parser busy answers all the same.
            return None;
        }
    }

    /// <summary>Any text in the form of these words.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Whether words stand in a text as whole words.</summary>
    public static bool Holds(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);
}
