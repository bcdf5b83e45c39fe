using AngleSharp.Dom;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>The labels of a page with the values beside them: «Тривалість: 5 годин» in one element, in two, or in two that follow each other.</summary>
internal sealed class LabelledValues
{
    private const int MostRows = 500;
    private const int LongestLabel = 100;

    private readonly List<(string Label, IElement? Element, string Text)> rows = [];

    public LabelledValues(IElement page, RecipeLabels labels)
    {
        foreach (var row in page.QuerySelectorAll(labels.Rows).Take(MostRows)) Add(row, labels);
    }

    /// <summary>The values of a label, whatever its capitals and a colon at its end; the element is null where the value is only a part of one.</summary>
    public IEnumerable<(IElement? Element, string Text)> Of(string label) =>
        rows.Where(row => Words.Same(row.Label, Bare(label))).Select(row => (row.Element, row.Text));

    private void Add(IElement row, RecipeLabels labels)
    {
        if (labels is { Name: { } names, Value: { } values and not "next" } && row.QuerySelectorAll(names).Length > 1)
        {
            AddList(row, names, values);
            return;
        }

        var whole = VisibleText.Of(row);
        var name = labels.Name is null ? null : row.QuerySelector(labels.Name) is { } found ? VisibleText.Of(found) : "";
        var value = labels.Value switch { null => null, "next" => row.NextElementSibling, var selector => row.QuerySelector(selector) };
        if (labels.Value is not null)
        {
            if (value is not null) Keep(name ?? whole, value, VisibleText.Of(value));
            return;
        }

        // The value is what of the row is left behind the label.
        var cut = name is null ? whole.IndexOf(':', StringComparison.Ordinal) + 1 : Words.Plain(whole)!.IndexOf(Words.Plain(name) ?? "", StringComparison.Ordinal) is >= 0 and var at ? at + (Words.Plain(name)?.Length ?? 0) : 0;
        if (cut > 0) Keep(name ?? whole[..cut], null, (name is null ? whole : Words.Plain(whole)!)[cut..].TrimStart(' ', ':', '–', '—', '-'));
    }

    // One element around many labels, such as a definition list: each value belongs to the label before it.
    private void AddList(IElement list, string name, string value)
    {
        string? label = null;
        foreach (var part in list.QuerySelectorAll($"{name}, {value}"))
        {
            if (rows.Count >= MostRows) return;
            if (part.Matches(name)) label = VisibleText.Of(part);
            else if (label is not null) Keep(label, part, VisibleText.Of(part));
        }
    }

    private void Keep(string label, IElement? element, string text)
    {
        if (Bare(label) is { Length: > 0 and <= LongestLabel } bare) rows.Add((bare, element, text));
    }

    private static string Bare(string label) => Words.Plain(label)?.TrimEnd(':', ' ') ?? "";
}
