using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Sources.Recipes;

/// <summary>A place in JSON as a recipe writes it: <c>a.b</c>, <c>runs[0].start</c>, <c>topics[].name</c>, <c>linked['partners.v1']</c>; <c>$</c> is the whole.</summary>
public sealed partial record JsonPath(IReadOnlyList<JsonStep> Steps)
{
    private const int Longest = 300;

    /// <summary>Null for what is no path.</summary>
    public static JsonPath? Parse(string text)
    {
        if (text.Length > Longest) return null;
        var rest = text.Trim();
        rest = rest is ['$', ..] ? rest[1..] : rest is ['[', ..] ? rest : "." + rest;
        var match = Form().Match(rest);
        if (!match.Success) return null;
        return new([.. match.Groups["step"].Captures.Select(step => Step(step.Value))]);
    }

    private static JsonStep Step(string text) => text switch
    {
        "[]" or "[*]" => new(null, null),
        ['[', '\'' or '"', ..] => new(text[2..^2], null),
        ['[', ..] => new(null, int.Parse(text.AsSpan(1, text.Length - 2), CultureInfo.InvariantCulture)),
        _ => new(text[1..], null),
    };

    [GeneratedRegex("""^(?<step>\.[^\s.\[\]'"]+|\[(?:\*|\d{1,6})?\]|\['[^']+'\]|\["[^"]+"\])*\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>One step of a path: a member by <paramref name="Name"/>, an item by <paramref name="Index"/>, or every item where both are null.</summary>
public sealed record JsonStep(string? Name, int? Index);
