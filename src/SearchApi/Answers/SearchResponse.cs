using System.Text.Json.Serialization;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>The answer to a search.</summary>
internal sealed record SearchResponse
{
    /// <summary>All courses that fit, not only the ones of this page.</summary>
    public required int Total { get; init; }

    /// <summary>False where nothing really fits: there are no items, or they are the nearest.</summary>
    public required bool Confident { get; init; }
    public required IReadOnlyList<CourseItem> Items { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetItem>> Facets { get; init; }
    public SuggestionItem? Suggestion { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }
}

/// <summary>How many courses have a value; the label is for people.</summary>
internal sealed record FacetItem(string Value, string Label, int Count);

/// <summary>Another reading of the query: used already, or only offered.</summary>
internal sealed record SuggestionItem(string Query, bool Applied, string Reason);

/// <summary>Courses without counts.</summary>
internal sealed record CourseList(IReadOnlyList<CourseItem> Items);
