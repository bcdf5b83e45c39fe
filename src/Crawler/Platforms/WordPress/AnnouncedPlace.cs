using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>The part of a post that speaks of one of its courses: the item, row or paragraph of its link, or the section under the heading before it.</summary>
internal sealed partial class AnnouncedPlace
{
    private const string Headings = "h1, h2, h3, h4, h5, h6";
    private const string Items = "li, tr";

    private readonly IElement link;
    private readonly IElement? item;
    private readonly IElement? heading;

    private AnnouncedPlace(IElement link, IElement? item, IElement? heading, string text) => (this.link, this.item, this.heading, Text) = (link, item, heading, text);

    /// <summary>What it says, a line each.</summary>
    public string Text { get; }

    public static bool IsItem(IElement place) => place.Closest(Items) is not null;

    public static AnnouncedPlace Of(OutsideLinks.Found found, IReadOnlyList<OutsideLinks.Found> all)
    {
        var link = found.Place;
        if (link.Closest(Items) is { } item && Alone(item, found, all))
        {
            return new(link, item, null, item.LocalName == "tr" ? string.Join('\n', CellsOf(item)) : HtmlText.ToText(item.OuterHtml));
        }

        var above = link.Closest(Headings);
        if (above is not null && Alone(above, found, all)) return new(link, null, above, HtmlText.ToText(above.OuterHtml) + "\n" + Below(above));
        if (Before(link) is { } heading && all.Where(other => other.Key != found.Key).All(other => Before(other.Place) != heading))
        {
            return new(link, null, heading, HtmlText.ToText(heading.OuterHtml) + "\n" + Below(heading));
        }

        var paragraph = link.Closest("p, div, td") is { } near && Alone(near, found, all) ? near : null;
        return new(link, null, null, HtmlText.ToText((paragraph ?? link).OuterHtml));
    }

    /// <summary>The course's name; null where nothing here names it.</summary>
    public string? Title()
    {
        if (heading is not null) return heading.TextContent;
        // An address that nobody made a link of stands in the text of its item.
        var clicked = link.LocalName == "a" ? link.TextContent : null;
        if (item is { LocalName: "tr" }) return Named(clicked) ?? Cells().FirstOrDefault(cell => Named(cell) is not null);
        if (Named(clicked) is { } name) return name;
        if (item is not null && item.QuerySelector("b, strong") is { } bold && Named(bold.TextContent) is { } strong) return strong;
        var text = Text.Replace('\n', ' ');
        if (Quoted().Match(text) is { Success: true } quoted) return quoted.Groups[1].Value;
        return item is null ? null : Named(Remainder().Replace(text, ""));
    }

    /// <summary>Who gives the course: «Назва (Prometheus)» in a list, a column of its own in a table.</summary>
    public string? Provider(string title)
    {
        if (item is { LocalName: "tr" })
        {
            return Cells().FirstOrDefault(cell => !cell.Contains(title, StringComparison.Ordinal) && Named(cell) is not null && cell.Length <= 60 && !Fact().IsMatch(cell));
        }

        var brackets = item is null ? Match.Empty : Brackets().Match(Text.Replace('\n', ' '));
        return brackets.Success && !Fact().IsMatch(brackets.Groups[1].Value) ? brackets.Groups[1].Value : null;
    }

    private IEnumerable<string> Cells() => CellsOf(item!);

    private static IEnumerable<string> CellsOf(IElement row) => row.Children.Select(cell => Words.Plain(cell.TextContent)).OfType<string>();

    // A name, and not a date, a number, an address or a word to click on.
    private static string? Named(string? text) =>
        Words.Plain(text) is { } plain && plain.Any(char.IsLetter) && !NoName().IsMatch(plain) ? plain : null;

    private static bool Alone(IElement part, OutsideLinks.Found found, IReadOnlyList<OutsideLinks.Found> all) =>
        all.All(other => other.Key == found.Key || !part.Contains(other.Place));

    private static IElement? Before(IElement link)
    {
        for (IElement? at = link; at is not null; at = at.ParentElement)
        {
            for (var earlier = at.PreviousElementSibling; earlier is not null; earlier = earlier.PreviousElementSibling)
            {
                if (earlier.Matches(Headings)) return earlier;
                if (earlier.QuerySelectorAll(Headings) is { Length: > 0 } inside) return inside[^1];
            }
        }

        return null;
    }

    private static string Below(IElement heading)
    {
        var parts = new List<string>();
        for (var next = heading.NextElementSibling; next is not null && !next.Matches(Headings) && next.QuerySelector(Headings) is null; next = next.NextElementSibling)
        {
            parts.Add(HtmlText.ToText(next.OuterHtml));
        }

        return string.Join('\n', parts);
    }

    [GeneratedRegex(@"^(?:https?://\S*|\P{L}*\d[\d.\s:/-]*|\P{L}*\d{1,2}\s+\p{L}+(?:\s+\d{4})?(?:\s*\p{L}?\p{L}?\.?\s*\d{1,2}[:.]\d{2})?|(?:тут|за посиланням|посилання|(?:за)?реєстр\p{L}+(?:\s+(?:тут|за посиланням|на курс|на вебінар|відкрита))?|перейти(?:\s+до курсу|\s+на курс)?|детальніше|докладніше|більше|дізнатися більше|записат\p{L}+(?:\s+на курс)?|пройти(?:\s+курс)?|почати(?:\s+навчання)?|курс|вебінар|форма|here|link|register|registration|enrol\p{L}*|more|read more|learn more|details|go to course|start|безкоштовно|безоплатно|платно)[\s.…»→>]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();

    [GeneratedRegex(@"[«“""]([^«»“”""]{3,200})[»”""]")]
    private static partial Regex Quoted();

    // Of «Назва (Prometheus) — безоплатно: https://…» the name alone.
    [GeneratedRegex(@"\s*(?:\(|https?://|[–—;]|\s-\s).*$")]
    private static partial Regex Remainder();

    [GeneratedRegex(@"\(([^()]{2,60})\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\d|безкоштовн|безоплатн|^платн|^free|^(?:онлайн|офлайн|online|offline)$|мово|сертифік", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fact();
}
