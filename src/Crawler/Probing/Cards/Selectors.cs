using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>Writes a selector that finds certain parts of a page and hardly anything else. Pure.</summary>
internal static partial class Selectors
{
    /// <summary>How many more parts than the wanted ones a selector may find: some cards lead elsewhere.</summary>
    private const double Slack = 1.5;

    /// <summary>By tag and class, else by those of the part around them; null where the parts have nothing in common.</summary>
    public static string? Of(IHtmlDocument document, IReadOnlyList<IElement> parts)
    {
        if (parts.Select(part => part.LocalName).Distinct(StringComparer.Ordinal).Skip(1).Any()) return null;
        var tag = parts[0].LocalName;
        var around = parts.Select(part => part.ParentElement).Distinct().ToList();
        return Named(parts).Select(name => $"{tag}.{name}")
            .Concat(around is [{ } one] ? Names(one).Select(name => $"{name} > {tag}") : [])
            .Append(tag)
            .FirstOrDefault(selector => Fits(document, selector, parts));
    }

    /// <summary>Selectors by the names of one part, and of the part around it, the shortest first.</summary>
    public static IEnumerable<string> Naming(IElement part)
    {
        var around = part.ParentElement;
        return Names(part).Concat(around is null ? [] : Names(around).Select(name => $"{name} > {part.LocalName}"));
    }

    private static bool Fits(IHtmlDocument document, string selector, IReadOnlyList<IElement> parts)
    {
        var found = document.QuerySelectorAll(selector);
        return found.Length <= parts.Count * Slack && parts.All(found.Contains);
    }

    private static IEnumerable<string> Named(IReadOnlyList<IElement> parts) =>
        parts.Select(part => part.ClassList.AsEnumerable()).Aggregate((common, other) => common.Intersect(other, StringComparer.Ordinal)).Where(name => Plain().IsMatch(name));

    private static IEnumerable<string> Names(IElement part)
    {
        if (part.Id is { } id && Plain().IsMatch(id)) yield return $"#{id}";
        foreach (var name in part.ClassList.Where(name => Plain().IsMatch(name))) yield return $"{part.LocalName}.{name}";
    }

    // What needs no escaping in a selector.
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
