using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Parameters;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>What the search page shows.</summary>
public sealed class SearchView
{
    internal SearchView(PageFrame frame, CourseRequest request, SearchResponse answer, IReadOnlyList<FacetGroup> facets, IReadOnlyList<WithoutCondition> ways) =>
        (Frame, Request, Answer, Facets, Ways) = (frame, request, answer, facets, ways);

    public PageFrame Frame { get; }
    internal CourseRequest Request { get; }
    internal SearchResponse Answer { get; }
    internal IReadOnlyList<FacetGroup> Facets { get; }

    /// <summary>Where nothing was found: how many courses there would be without one of the conditions, most first.</summary>
    internal IReadOnlyList<WithoutCondition> Ways { get; }

    /// <summary>Places of the framework that many of the found courses share, for whoever wants to go on from there.</summary>
    internal IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>The one area that somebody looks at, if it has a self-check of its own.</summary>
    internal string? Checked => Request.Framework.Id is "digcomp-2.2" or "digcomp-3.0" && Query.Filters.GetValueOrDefault(Facet.Area) is [var area] ? area : null;

    /// <summary>What stands before the courses where nobody has asked for anything; null once somebody has.</summary>
    internal StartView? First { get; init; }

    internal CourseQuery Query => Request.Query;

    /// <summary>The query from its first page.</summary>
    internal PageLink Start => Frame.Here.Without("cursor");

    internal IEnumerable<Condition> Conditions =>
        from facet in Facets
        from choice in facet.Choices
        where choice.Chosen
        select new Condition($"{facet.Title}: {choice.Label}", Start.Without(facet.Name, choice.Value));

    /// <summary>Whether somebody asked for something.</summary>
    internal bool Asked => Query.Text.Length > 0 || Query.Filters.Count > 0;

    internal string Found => Answer.Total == 0 ? Frame.Texts["search.nothing"] : First is not null ? Frame.Texts["start.new"] : Frame.Texts.Count(Asked ? "count.found" : "count.all", Answer.Total);

    internal string Title => Query.Text.Length > 0 ? $"{Query.Text} – {Frame.Texts["search.title"]}" : Frame.Texts["search.title"];
}

/// <summary>A chosen filter, and the page without it.</summary>
internal sealed record Condition(string Name, PageLink Without);

/// <summary>A condition that could be dropped, and what that would give; null name: the words.</summary>
internal sealed record WithoutCondition(string? Name, PageLink Link, int Total);
