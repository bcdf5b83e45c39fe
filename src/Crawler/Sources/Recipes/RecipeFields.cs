using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Sources.Recipes;

/// <summary>Ways to the fields of a course by their names, and to the dates of its runs.</summary>
public sealed record RecipeFields
{
    public IReadOnlyDictionary<string, IReadOnlyList<RecipeWay>> Ways { get; init; } = new Dictionary<string, IReadOnlyList<RecipeWay>>();

    /// <summary>Where a run stands; empty: the dates stand where the other fields do.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>Ways to <c>start</c>, <c>end</c>, <c>enrolmentStart</c> and <c>enrolmentEnd</c> of a run; null: the recipe reads no dates.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RecipeWay>>? Dates { get; init; }

    public bool IsEmpty => Ways.Count == 0 && Dates is null;
}

/// <summary>One way to a value: a place, and what is made of what stands there.</summary>
public sealed record RecipeWay(WayKind Kind, string Place)
{
    /// <summary><c>text</c>, <c>own-text</c>, <c>html</c> or an attribute; null: text, and for addresses href, src or content.</summary>
    public string? Take { get; init; }

    /// <summary>Bounded in time; its first group, else the whole match is the value.</summary>
    public Regex? Match { get; init; }

    /// <summary>What the value means when it contains a word, in order; empty: itself.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Words { get; init; } = [];

    /// <summary>Values that are none.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>The text to make of the value, which stands for {}.</summary>
    public string? As { get; init; }

    /// <summary>What separates several values in one text.</summary>
    public string? Split { get; init; }

    public RecipeLookup? Lookup { get; init; }

    /// <summary>As an operator knows it from the file.</summary>
    public override string ToString() => Kind is WayKind.Select or WayKind.Path ? Place : $"{Kind.ToString().ToLowerInvariant()}: {Place}";
}

/// <summary>What the place of a way is.</summary>
public enum WayKind
{
    Select,
    Closest,
    Label,
    Path,
    Value,
}

/// <summary>The value is the key of another list of the same answer, which holds its name.</summary>
public sealed record RecipeLookup(string In, string By, string Give);
