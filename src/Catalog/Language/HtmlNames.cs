namespace DcCourseIndex.Catalog.Language;

/// <summary>How far apart two words stand; the wider gap wins.</summary>
internal enum Gap { None, Space, Cell, Line }

/// <summary>What the names of HTML elements mean for the flow of text (HTML Living Standard §15.3).</summary>
internal static class HtmlNames
{
    private static readonly HashSet<string> Blocks = Set(
        "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
        "h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody tfoot thead tr ul");

    private static readonly HashSet<string> Inline = Set(
        "a abbr acronym area audio b base basefont bdi bdo big button canvas cite code col colgroup data datalist del dfn em embed font frame frameset " +
        "i iframe img input ins kbd label link map mark meta meter noembed noframes noscript nobr object optgroup output param picture progress q rp rt ruby " +
        "s samp script select small source span strike strong style sub sup svg td template textarea th time title track tt u var video wbr lang o:p");

    /// <summary>True for an element of HTML, also an obsolete one; any case.</summary>
    public static bool IsElement(string name) => Blocks.Contains(name) || Inline.Contains(name);

    /// <summary>The name of an element of HTML as one string for all its places; null where there is no such element. Lower case only.</summary>
    public static string? Known(ReadOnlySpan<char> name) =>
        Blocks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known) || Inline.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out known) ? known : null;

    /// <summary>The gap that a tag of this name makes, opening or closing.</summary>
    public static Gap GapAt(string name) => name is "td" or "th" ? Gap.Cell : name is "img" or "input" ? Gap.Space : Blocks.Contains(name) ? Gap.Line : Gap.None;

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
