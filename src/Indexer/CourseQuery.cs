using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer;

/// <summary>A question to the index: words, filters, order, place. Values of one facet mean «or», facets together «and».</summary>
public sealed record CourseQuery
{
    /// <summary>As typed; empty asks for everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>The framework in whose codes the area and competence filters and counts speak.</summary>
    public string Framework { get; init; } = Frameworks.Default;

    /// <summary>Wanted values by facet; a facet without values is absent.</summary>
    public IReadOnlyDictionary<Facet, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<Facet, IReadOnlyList<string>>();

    public SortOrder Sort { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The <c>next</c> of an earlier answer to the same query; null: from the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether a course that several portals offer is one hit: the offer that fits best; else every listing is one.</summary>
    public bool Collapse { get; init; } = true;

    /// <summary>Whether each hit says in words how its score came about.</summary>
    public bool Explain { get; init; }

    /// <summary>The reader's language, for suggestions and collation: <c>uk</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "uk";
}
