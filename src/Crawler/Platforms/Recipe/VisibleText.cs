using System.Text;
using AngleSharp.Dom;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>The text of an element as people read it: words of different blocks apart, without scripts and styles.</summary>
internal static class VisibleText
{
    private static readonly HashSet<string> Unseen = new(["script", "style", "template", "noscript"], StringComparer.Ordinal);
    private static readonly HashSet<string> Inline = new(["a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"], StringComparer.Ordinal);

    public static string Of(IElement element)
    {
        var text = new StringBuilder();
        INode? node = element.FirstChild;
        // Without recursion: pages may be thousands of elements deep.
        while (node is not null)
        {
            if (node is IText run) text.Append(run.Data);
            if (node is IElement inner && !Inline.Contains(inner.LocalName)) text.Append(' ');
            node = Next(node, element, text);
        }

        return text.ToString();
    }

    private static INode? Next(INode node, IElement within, StringBuilder text)
    {
        if (node.FirstChild is { } child && !(node is IElement hidden && Unseen.Contains(hidden.LocalName))) return child;
        for (var at = node; at is not null && at != within; at = at.Parent)
        {
            if (at is IElement block && !Inline.Contains(block.LocalName)) text.Append(' ');
            if (at.NextSibling is { } sibling) return sibling;
        }

        return null;
    }
}
