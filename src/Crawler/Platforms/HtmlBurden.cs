using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>
/// Weighs a page by its tags alone, before a tree is built of it, because some trees cost far more than their pages: nesting costs the square of its depth,
/// and emphasis that is never closed is repeated in every block after it (HTML Living Standard §13.2.4.3), so that 200 kB become gigabytes. Pure.
/// </summary>
internal static class HtmlBurden
{
    /// <summary>Elements open at once. Real pages stay below a hundred, broken ones that close nothing below a thousand.</summary>
    public const int DeepestNesting = 5000;

    /// <summary>Tags and comments.</summary>
    public const int MostTags = 300_000;

    /// <summary>Attributes of all tags.</summary>
    public const int MostAttributes = 1_000_000;

    /// <summary>Repetitions of emphasis.</summary>
    public const int MostRepeated = 400_000;

    private static readonly HashSet<string> NeverClosed = Set(
        "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th tbody thead tfoot colgroup caption");

    private static readonly HashSet<string> Emphasis = Set("a b big code em font i nobr s small strike strong tt u");

    private static readonly HashSet<string> RawText = Set("style xmp iframe noembed noframes");

    /// <summary>What is too much, as the rest of a sentence that began with the address; null: the page can be read.</summary>
    public static string? TooMuch(string html)
    {
        using var text = new TextSource(html);
        using var tokens = new HtmlTokenizer(text, HtmlEntityProvider.Resolver);
        var weight = new Weight();
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (token.Type == HtmlTokenType.StartTag)
            {
                weight.Open(token.AsTag());
                tokens.State = weight.ModeAfter(token.Name);
            }
            else if (token.Type == HtmlTokenType.EndTag)
            {
                weight.Close(token.Name);
            }
            else if (token.Type == HtmlTokenType.Comment)
            {
                weight.Tags++;
            }
            if (weight.TooMuch() is { } reason)
            {
                return reason;
            }
        }
        return null;
    }

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);

    private sealed class Weight
    {
        private int open;
        private int foreign;
        private int emphasis;
        private bool choosing;
        private int attributes;
        private long repeated;

        public int Tags { get; set; }

        public void Open(HtmlTagToken tag)
        {
            Tags++;
            attributes += tag.Attributes.Count;
            repeated += emphasis;
            var name = tag.Name;
            foreign += name is "svg" or "math" ? 1 : 0;
            choosing = name == "select" || (choosing && name is not ("input" or "textarea"));
            emphasis += Emphasis.Contains(name) ? 1 : 0;
            // Drawings and formulas close what says so itself and know none of HTML's exceptions.
            open += foreign > 0 ? tag.IsSelfClosing ? 0 : 1 : NeverClosed.Contains(name) ? 0 : 1;
        }

        public void Close(string name)
        {
            Tags++;
            repeated += emphasis;
            foreign = name is "svg" or "math" ? Math.Max(0, foreign - 1) : foreign;
            choosing &= name != "select";
            emphasis = Emphasis.Contains(name) ? Math.Max(0, emphasis - 1) : emphasis;
            open = NeverClosed.Contains(name) && foreign == 0 ? open : Math.Max(0, open - 1);
        }

        // The tree builder tells the tokeniser where tags end to be tags; in drawings and lists of choices it does not.
        public HtmlParseMode ModeAfter(string name) => foreign > 0 ? HtmlParseMode.PCData : name switch
        {
            "script" => HtmlParseMode.Script,
            "textarea" => HtmlParseMode.RCData,
            "title" when !choosing => HtmlParseMode.RCData,
            _ when RawText.Contains(name) && !choosing => HtmlParseMode.Rawtext,
            _ => HtmlParseMode.PCData,
        };

        public string? TooMuch() =>
            open > DeepestNesting ? $"has more than {DeepestNesting} elements open at once"
            : Tags > MostTags ? $"has more than {MostTags} tags"
            : attributes > MostAttributes ? $"has more than {MostAttributes} attributes"
            : repeated > MostRepeated ? $"never closes its emphasis, which would be repeated more than {MostRepeated} times"
            : null;
    }
}
