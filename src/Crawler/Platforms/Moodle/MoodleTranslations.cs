using System.Text;
using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>
/// Keeps one of several translations in a text where the portal's own filter did not: <c>&lt;span class="multilang" lang="uk"&gt;</c>
/// and <c>{mlang uk}…{mlang}</c>. The wanted language wins, else <c>other</c>, else the first.
/// </summary>
internal static class MoodleTranslations
{
    private const string Open = "{mlang ";
    private const string Close = "{mlang}";

    /// <summary>Takes the other translations out of <paramref name="element"/>; neighbouring spans belong together.</summary>
    public static void Keep(IElement element, string language)
    {
        var seen = new HashSet<IElement>();
        foreach (var span in element.QuerySelectorAll("span.multilang[lang]").ToList())
        {
            if (seen.Contains(span)) continue;
            var group = new List<IElement>();
            for (var next = span; IsTranslation(next); next = NeighbourOf(next!)) group.Add(next!);
            seen.UnionWith(group);
            var kept = group.Find(one => Matches(one.GetAttribute("lang")!, language)) ?? group[0];
            foreach (var other in group.Where(one => one != kept)) other.Remove();
        }
    }

    /// <summary>The text with one translation of each group; text without such marks, or with broken ones, comes back as it is.</summary>
    public static string Keep(string text, string language)
    {
        var start = text.IndexOf(Open, StringComparison.Ordinal);
        if (start < 0) return text;
        var kept = new StringBuilder();
        var at = 0;
        while (start >= 0)
        {
            var between = text[at..start];
            var group = Group(text, ref start, language, out var chosen);
            if (!group) break;
            kept.Append(between).Append(chosen);
            at = start;
            start = text.IndexOf(Open, at, StringComparison.Ordinal);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    // Reads {mlang uk}…{mlang} {mlang en}…{mlang} from start on and leaves start behind the last of them.
    private static bool Group(string text, ref int start, string language, out string chosen)
    {
        var translations = new List<(string Languages, string Text)>();
        for (var at = start; at >= 0 && at < text.Length;)
        {
            var named = text.IndexOf('}', at);
            var closed = named < 0 ? -1 : text.IndexOf(Close, named, StringComparison.Ordinal);
            if (closed < 0) break;
            translations.Add((text[(at + Open.Length)..named], text[(named + 1)..closed]));
            start = closed + Close.Length;
            at = start;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (string.CompareOrdinal(text, at, Open, 0, Open.Length) != 0) break;
        }

        chosen = translations.Count == 0
            ? ""
            : (Find(translations, language) ?? Find(translations, "other") ?? translations[0].Text);
        return translations.Count > 0;
    }

    private static string? Find(List<(string Languages, string Text)> translations, string language) =>
        translations.Where(one => one.Languages.Split(',').Any(name => Matches(name.Trim(), language))).Select(one => one.Text).FirstOrDefault();

    private static bool Matches(string named, string language) =>
        string.Equals(named.Split('_', '-')[0], language.Split('-')[0], StringComparison.OrdinalIgnoreCase);

    private static bool IsTranslation(IElement? element) =>
        element is { LocalName: "span" } && element.ClassList.Contains("multilang") && element.HasAttribute("lang");

    // Text between two spans parts them; only blanks do not.
    private static IElement? NeighbourOf(IElement span)
    {
        var next = span.NextSibling;
        while (next is IText text && string.IsNullOrWhiteSpace(text.Data)) next = next.NextSibling;
        return next as IElement;
    }
}
