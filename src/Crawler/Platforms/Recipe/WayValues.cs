using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Follows the ways to one field in their order and shapes what stands at their ends. Pure.</summary>
internal static partial class WayValues
{
    private const int MostValues = 60;

    // Enough for a long description; what is matched or compared is a short text.
    private const int LongestValue = 200_000;
    private const int LongestMatched = 20_000;

    /// <summary>The values without repetitions: of a field with one value the first that is found, of one with several those of all ways.</summary>
    public static IReadOnlyList<string> Of(IPlace place, IReadOnlyList<RecipeWay> ways, FieldKind kind)
    {
        var found = new List<string>();
        foreach (var way in ways)
        {
            if (way.Kind == WayKind.Value && found.Count > 0) break;
            var values = place.Values(way, kind == FieldKind.Address).SelectMany(text => Shaped(text, way, kind));
            foreach (var value in kind == FieldKind.Address ? values.Select(place.Absolute).OfType<string>() : values)
            {
                if (!found.Contains(value)) found.Add(value);
                if (kind is not (FieldKind.Several or FieldKind.SeveralNames) || found.Count == MostValues) return found;
            }
        }

        return found;
    }

    /// <summary>The value of a field that has one; null where none is found.</summary>
    public static string? First(IPlace place, IReadOnlyList<RecipeWay> ways, FieldKind kind) => Of(place, ways, kind) is [var first, ..] ? first : null;

    private static IEnumerable<string> Shaped(string text, RecipeWay way, FieldKind kind)
    {
        if (text.Length > LongestValue) yield break;
        var split = way.Split is { Length: > 0 } by ? text.Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [text];
        foreach (var part in split)
        {
            if (Meant(Matched(part, way.Match), way) is not { } value || string.IsNullOrWhiteSpace(value) || way.Except.Any(none => Words.Same(none, value))) continue;
            var made = way.As?.Replace("{}", value, StringComparison.Ordinal) ?? value;
            yield return kind is FieldKind.Text or FieldKind.SeveralNames && IsPlain(way) && Misread().IsMatch(made) ? Escaped(made) : made;
        }
    }

    private static string? Matched(string text, Regex? pattern)
    {
        if (pattern is null) return text;
        if (text.Length > LongestMatched || pattern.Match(text) is not { Success: true } match) return null;
        return match.Groups.Cast<Group>().Skip(1).FirstOrDefault(group => group.Success)?.Value.Trim() ?? match.Value;
    }

    private static string? Meant(string? text, RecipeWay way) => way.Words.Count == 0 || text is null
        ? text
        : way.Words.Where(word => Words.Plain(text)?.Contains(word.Key, StringComparison.OrdinalIgnoreCase) == true).Select(word => word.Value).FirstOrDefault();

    // Names and texts are read as HTML later on; «C# <T>» from a page's text is none. Strings of JSON hold HTML unless the recipe says otherwise.
    private static bool IsPlain(RecipeWay way) => way.Kind switch
    {
        WayKind.Path => way.Take == "text",
        WayKind.Value => false,
        _ => way.Take != "html",
    };

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex("<[A-Za-z/!?]|&[A-Za-z#]")]
    private static partial Regex Misread();
}
