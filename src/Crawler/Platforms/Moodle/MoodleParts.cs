using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>The parts of a course box that are the same in every theme. Authors write any HTML into a summary, so what lies inside one is never taken for markup of the box.</summary>
internal static partial class MoodleParts
{
    private const string Authored = ".summary, .course-summary";

    public static bool InText(IElement element) => element.ParentElement?.Closest(Authored) is not null;

    /// <summary>The first match that is not part of a summary.</summary>
    public static IElement? Outside(IElement box, string selector) => box.QuerySelectorAll(selector).FirstOrDefault(found => !InText(found));

    /// <summary>The name in the wanted language; null where it is blank.</summary>
    public static string? Title(IElement? name, string language)
    {
        var title = name is null ? "" : HtmlText.OneLine(name.InnerHtml, language);
        return title.Length == 0 ? null : title;
    }

    /// <summary>Inner HTML as found, with all its translations; null where it is blank.</summary>
    public static string? Html(IElement? element) => element?.InnerHtml.Trim() is { Length: > 0 } html ? html : null;

    /// <summary>Names without the role, which stands in front in the language of the page, or under the name in a card.</summary>
    public static IReadOnlyList<string> Teachers(IElement box) =>
    [
        .. box.QuerySelectorAll("ul.teachers li, .course-contacts .contact, .course-contacts li, .coursecontacts li")
            .Where(item => !InText(item))
            .Select(Teacher)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private static string? Teacher(IElement item)
    {
        var name = item.QuerySelector(".name") ?? item.QuerySelector("a[href*='/user/']");
        if (name is not null) return Words.Plain(name.TextContent);
        // Where visitors may open no profile, the name is bare text behind its role.
        var text = Words.Plain(item.TextContent);
        return text?.LastIndexOf(':') is >= 0 and var colon ? Words.Plain(text[(colon + 1)..]) : null;
    }

    public static IReadOnlyList<MoodleField> Fields(IElement box)
    {
        var fields = new List<MoodleField>();
        foreach (var field in box.QuerySelectorAll(".customfield"))
        {
            if (InText(field) || Words.Plain(field.QuerySelector(".customfieldvalue")?.TextContent) is not { } value) continue;
            var name = Words.Plain(field.QuerySelector(".customfieldname")?.TextContent)?.TrimEnd(':', ' ') ?? "";
            fields.Add(new MoodleField(ShortName(field), name, value));
        }

        return fields;
    }

    /// <summary>An absolute address of a real picture; drawings that Moodle makes up for courses without one are none.</summary>
    public static string? Image(string? source, Uri address)
    {
        if (string.IsNullOrWhiteSpace(source)
            || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            || source.Contains("/course/generated/", StringComparison.Ordinal)
            || source.Contains("/theme/image.php", StringComparison.Ordinal)
            || !Uri.TryCreate(address, source.Trim(), out var image)
            || image.Scheme is not ("http" or "https"))
        {
            return null;
        }

        return image.AbsoluteUri.Replace("/webservice/pluginfile.php/", "/pluginfile.php/", StringComparison.Ordinal);
    }

    /// <summary>The picture of a card, be it an image or the background of a part.</summary>
    public static string? Picture(IElement card, string images, Uri address) =>
        card.QuerySelectorAll("[style*='background-image']").Where(part => !InText(part))
            .Select(part => Background().Match(part.GetAttribute("style") ?? ""))
            .Where(match => match.Success)
            .Select(match => Image(match.Groups[1].Value, address))
            .Concat(card.QuerySelectorAll(images).Where(part => !InText(part)).Select(part => Image(part.GetAttribute("src"), address)))
            .FirstOrDefault(image => image is not null);

    // class="customfield customfield_text customfield_hours": the last one is the field's own name.
    private static string ShortName(IElement field) =>
        field.ClassList.LastOrDefault(name => name.StartsWith("customfield_", StringComparison.Ordinal))?["customfield_".Length..] ?? "";

    [GeneratedRegex("""background-image:\s*url\(\s*["']?([^"')]{1,2000})""", RegexOptions.NonBacktracking)]
    private static partial Regex Background();
}
