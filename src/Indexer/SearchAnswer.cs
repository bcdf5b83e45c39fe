using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer;

/// <summary>What the index answers to a query.</summary>
public sealed record SearchAnswer
{
    /// <summary>All courses that fit, not only the ones on this page; a course that several portals offer counts once.</summary>
    public required int Total { get; init; }

    /// <summary>False where no course really fits the words and the hits are the nearest that could be found. Filters may still leave none of those that fit.</summary>
    public bool Confident { get; init; } = true;

    /// <summary>Whether there are courses, and the first of them really fit.</summary>
    public bool Fits => Confident && Total > 0;
    public required IReadOnlyList<CourseHit> Hits { get; init; }

    /// <summary>Counts by facet, most frequent first; values without courses are left out.</summary>
    public required IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Facets { get; init; }
    public Correction? Suggestion { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>What was wrong with the query's cursor; null where nothing was. The other members are then empty.</summary>
    public CursorProblem? Problem { get; init; }
}

/// <summary>One found course. Highlights are safe HTML by field (<c>title</c>, <c>summary</c>) with matches in <c>mark</c>.</summary>
public sealed record CourseHit(CatalogCourse Course, double Score, IReadOnlyDictionary<string, string> Highlights, string? Explanation = null)
{
    /// <summary>All offers of the course, itself among them, the one that stands for them first; empty where it has no other.</summary>
    public IReadOnlyList<CourseOffer> Offers { get; init; } = [];
}

/// <summary>One place where a course is offered; the links say why it is the same course.</summary>
public sealed record CourseOffer(string Id, string Source, string Url, string? Provider, Price Price, IReadOnlyList<PriceTag> Prices, Access Access, IReadOnlyList<ClusterLink> Links);

/// <summary>How many courses of the answer have a value.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>Another reading of the query: used already (<paramref name="Applied"/>) or only offered. Reasons: <c>typo</c>, <c>layout</c>, <c>transliteration</c>, <c>any-word</c>.</summary>
public sealed record Correction(string Query, bool Applied, string Reason);

/// <summary>A completion of typed letters: <c>title</c>, <c>term</c> or <c>competence</c>, with the number of courses behind it.</summary>
public sealed record Completion(string Text, string Kind, int Count);

/// <summary>A cursor that was not made by this service for this query, or one whose snapshot is gone (HTTP 410).</summary>
public enum CursorProblem { Malformed, Expired }
