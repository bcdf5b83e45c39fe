using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DcCourseIndex.Crawler.Platforms.Sites;

/// <summary>Finds what stands beside a label on a page that nobody described: «Тривалість» in a heading and the value behind it, a definition list, a table, «Тривалість: 2 години» in one line. Pure.</summary>
internal sealed class LabelledFields
{
    private const int LongestLabel = 60;
    private const int LongestValue = 300;

    // A page that repeats a label without end would be read without end.
    private const int MostValues = 200;

    private readonly List<(string Label, string Value)> fields = [];

    public LabelledFields(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("dt, th, h2, h3, h4, h5, h6, strong, b, span, div, p, li, label"))
        {
            if (element.ChildElementCount > 0 || fields.Count >= MostValues) continue;
            var text = Words.Plain(element.TextContent);
            if (text is null || text.Length > LongestValue) continue;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && colon < text.Length - 1 && colon <= LongestLabel) fields.Add((text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim()));
            else if (text.Length <= LongestLabel && Beside(element) is { } value) fields.Add((text.TrimEnd(':').Trim().ToLowerInvariant(), value));
        }
    }

    /// <summary>The value beside the first of the labels that the page has; labels are compared whole, in lower case.</summary>
    public string? Value(params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            var found = fields.Find(field => field.Label == label).Value;
            if (found is not null) return found;
        }

        return null;
    }

    // Behind it in the same element, else in the next element, else in the one that follows the label's own box.
    private static string? Beside(IElement label)
    {
        var sibling = label.NextSibling;
        while (sibling is IComment || (sibling is IText { Data: var blank } && string.IsNullOrWhiteSpace(blank))) sibling = sibling.NextSibling;
        return Short(sibling) ?? (sibling is null && label.ParentElement is { ChildElementCount: 1 } box ? Short(box.NextElementSibling) : null);
    }

    private static string? Short(INode? node)
    {
        if (node is null || node.ChildNodes.Length > 50) return null;
        var text = Words.Plain(node.TextContent)?.TrimStart(':', '–', '—', ' ');
        return text is { Length: > 0 and <= LongestValue } ? text : null;
    }
}
