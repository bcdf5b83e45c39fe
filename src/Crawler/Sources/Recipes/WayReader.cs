using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using DcCourseIndex.Crawler.Sources.Keys;
using DcCourseIndex.Crawler.Sources.Yaml;

namespace DcCourseIndex.Crawler.Sources.Recipes;

/// <summary>Reads the ways to values of one page's fields; selectors, paths and regular expressions are tried here, so that a slip shows before the first request.</summary>
internal sealed class WayReader(bool json, bool hasLabels, string file, ICollection<ConfigProblem> problems)
{
    private const int LongestPattern = 500;

    // A portal's text decides how long matching takes; that it is linear in it the engine promises, and this bounds the rest.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);
    private static readonly CssSelectorParser Selectors = new();

    /// <summary>A place, a mapping, or a list of either.</summary>
    public IReadOnlyList<RecipeWay> Read(string key, YamlValue? value) => value switch
    {
        null => [],
        { Items: { } items } => [.. items.Select(item => One(key, item)).OfType<RecipeWay>()],
        _ => One(key, value) is { } way ? [way] : [],
    };

    /// <summary>Whether a text is a place on such a page; a problem is noted where not.</summary>
    public bool IsPlace(string text, string key, int? line) => json ? IsPath(text, key, line) : IsSelector(text, key, line);

    public bool IsSelector(string text, string key, int? line)
    {
        if (Selectors.ParseSelector(text) is not null) return true;
        problems.Add(new(file, line, $"«{key}: {text}» is no CSS selector; try it in the browser's console with document.querySelectorAll, and write it in quotes."));
        return false;
    }

    private RecipeWay? One(string key, YamlValue value)
    {
        if (value.Entries is { } entries) return Mapping(key, value.Line, new YamlFields(entries, RecipeKeys.Way, file, problems));
        if (value.IsEmpty || string.IsNullOrWhiteSpace(value.Text))
        {
            problems.Add(new(file, value.Line, $"«{key}» says not where it stands; write a {(json ? "path" : "selector")}, or leave the line out."));
            return null;
        }

        var place = value.Text.Trim();
        return IsPlace(place, key, value.Line) ? new RecipeWay(json ? WayKind.Path : WayKind.Select, place) : null;
    }

    private RecipeWay? Mapping(string key, int line, YamlFields fields)
    {
        string[] places = [.. Enum.GetNames<WayKind>().Select(name => name.ToLowerInvariant()).Where(name => fields.Line(name) is not null)];
        if (places is not [var named] || fields.Text(named) is not { } place)
        {
            if (places.Length != 1) fields.Problem(line, $"«{key}» needs one of {(json ? "path" : "select, closest, label")} or value, and only one.");
            return null;
        }

        var kind = Enum.Parse<WayKind>(named, ignoreCase: true);
        if (kind != WayKind.Value && json != (kind == WayKind.Path))
        {
            fields.Problem(fields.Line(named), json ? $"«{named}» is for HTML, and these fields are read from JSON; write path:." : "«path» is for JSON, and these fields are read from HTML; write select:, or format: json.");
            return null;
        }

        if (kind == WayKind.Label && !hasLabels) fields.Problem(fields.Line(named), "«label» needs labels: beside fields:, which says where labels stand.");
        if (kind is WayKind.Select or WayKind.Closest && !IsSelector(place, named, fields.Line(named))) return null;
        if (kind == WayKind.Path && !IsPath(place, named, fields.Line(named))) return null;
        if (!json && fields.Line("lookup") is { } lookup) fields.Problem(lookup, "«lookup» is for JSON; an HTML page has no other list to look into.");
        return new RecipeWay(kind, place)
        {
            Take = fields.Text("take"),
            Match = Pattern(fields),
            Words = [.. (fields.Entries("words") ?? []).Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text?.Trim() ?? ""))],
            Except = fields.List("except"),
            As = fields.Text("as"),
            Split = fields.Line("split") is null ? null : fields.Value("split")?.Text,
            Lookup = Lookup(fields),
        };
    }

    private RecipeLookup? Lookup(YamlFields fields)
    {
        if (fields.Fields("lookup") is not { } inner) return null;
        if (inner.Text("in") is { } list && inner.Text("by") is { } by && inner.Text("give") is { } give) return IsPath(list, "in", inner.Line("in")) ? new(list, by, give) : null;
        fields.Problem(fields.Line("lookup"), "«lookup» needs in:, by: and give:, such as { in: products, by: id, give: name }.");
        return null;
    }

    private static Regex? Pattern(YamlFields fields)
    {
        if (fields.Text("match") is not { } text) return null;
        try
        {
            if (text.Length <= LongestPattern) return new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, LongestMatch);
            fields.Problem(fields.Line("match"), $"«match» has {text.Length} characters, at most {LongestPattern}; take less of the text by a selector, and match that.");
        }
        catch (NotSupportedException)
        {
            fields.Problem(fields.Line("match"), $"«match: {text}» uses look-around, a back reference or another construct whose time has no bound; write it without, the first group ( ) is taken.");
        }
        catch (ArgumentException e)
        {
            fields.Problem(fields.Line("match"), $"«match: {text}» is no regular expression: {e.Message.TrimEnd('.')}.");
        }

        return null;
    }

    private bool IsPath(string text, string key, int? line)
    {
        if (JsonPath.Parse(text) is not null) return true;
        problems.Add(new(file, line, $"«{key}: {text}» is no path in JSON; write it as results, runs[].start or linked['partners.v1'], and $ for the whole."));
        return false;
    }
}
