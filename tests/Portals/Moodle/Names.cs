using System.Text.RegularExpressions;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>Names and texts as Moodle's filters leave them.</summary>
internal static partial class Names
{
    /// <summary>A name on a page: one language where the filter is on, tags taken out, bare ampersands escaped.</summary>
    public static string Shown(string name, bool multilang)
    {
        var one = multilang ? OneLanguage(name) : name;
        return BareAmpersand().Replace(Tag().Replace(one, ""), "&amp;");
    }

    /// <summary>Keeps the Ukrainian of a run of multilang spans.</summary>
    public static string OneLanguage(string html) => SpanRun().Replace(html, run =>
    {
        var spans = Span().Matches(run.Value);
        return (spans.FirstOrDefault(span => span.Groups[1].Value == "uk") ?? spans[0]).Groups[2].Value;
    });

    /// <summary>Marks the search term outside tags, as Moodle's results do.</summary>
    public static string Highlight(string html, IEnumerable<string> terms)
    {
        foreach (var term in terms)
        {
            html = Regex.Replace(html, $"(?<=^|>)[^<]+", text =>
                Regex.Replace(text.Value, Regex.Escape(term), """<span class="highlight">$0</span>""", RegexOptions.IgnoreCase));
        }

        return html;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("&(?!#?\\w+;)")]
    private static partial Regex BareAmpersand();

    [GeneratedRegex("<span lang=\"(\\w+)\" class=\"multilang\">(.*?)</span>", RegexOptions.Singleline)]
    private static partial Regex Span();

    [GeneratedRegex("(<span lang=\"\\w+\" class=\"multilang\">.*?</span>\\s*)+", RegexOptions.Singleline)]
    private static partial Regex SpanRun();
}
