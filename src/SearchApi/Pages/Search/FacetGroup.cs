using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>One facet on the search page: its title and what can be ticked.</summary>
internal sealed record FacetGroup(Facet Facet, string Title, IReadOnlyList<FacetChoice> Choices)
{
    private const int FirstChoices = 8;

    /// <summary>In the order in which a librarian asks; the rest shows only once something of it is chosen.</summary>
    private static readonly IReadOnlyList<Facet> Shown =
    [
        Facet.Area, Facet.Competence, Facet.Level, Facet.Language, Facet.Price, Facet.Credential, Facet.Duration, Facet.Start, Facet.Mode,
        Facet.Tutor, Facet.Context, Facet.Access, Facet.Provider,
    ];

    public string Name => Wire.Name(Facet);

    /// <summary>Whether the group stands open: the first ones, and those in which something is chosen.</summary>
    public bool Open => Facet is Facet.Area or Facet.Level or Facet.Language or Facet.Price || Choices.Any(choice => choice.Chosen);

    public IEnumerable<FacetChoice> First => Choices.Where((choice, place) => place < FirstChoices || choice.Chosen);

    public IReadOnlyList<FacetChoice> Rest => [.. Choices.Where((choice, place) => place >= FirstChoices && !choice.Chosen)];

    public static IReadOnlyList<FacetGroup> Of(SearchAnswer answer, CourseRequest request, FacetLabels labels, PageTexts texts) =>
    [
        .. Shown.Union(request.Query.Filters.Keys)
            .Select(facet => new FacetGroup(facet, texts[$"facet.{Wire.Name(facet)}"], Choose(facet, answer, request, labels, texts)))
            .Where(group => group.Choices.Any(choice => choice.Chosen || choice.Value != "unknown")),
    ];

    private static IReadOnlyList<FacetChoice> Choose(Facet facet, SearchAnswer answer, CourseRequest request, FacetLabels labels, PageTexts texts)
    {
        var chosen = request.Query.Filters.GetValueOrDefault(facet) ?? [];
        var counted = answer.Facets.GetValueOrDefault(facet) ?? [];
        var absent = chosen.Except(counted.Select(count => count.Value)).Select(value => new FacetCount(value, 0));
        return
        [
            .. Ordered(facet, counted.Concat(absent))
                .Select(count => new FacetChoice(count.Value, Label(facet, count.Value, request, labels, texts), count.Count, chosen.Contains(count.Value))),
        ];
    }

    /// <summary>Places of a framework and levels keep their own order; everything else goes by number, «unknown» last.</summary>
    private static IEnumerable<FacetCount> Ordered(Facet facet, IEnumerable<FacetCount> counts) => facet switch
    {
        Facet.Area or Facet.Competence => counts.OrderBy(count => count.Value, StringComparer.Ordinal),
        Facet.Level => counts.OrderBy(count => Wire.All<Level>().ToList().IndexOf(count.Value)),
        Facet.Duration => counts.OrderBy(count => Array.IndexOf(["short", "medium", "long", "unknown"], count.Value)),
        _ => counts.OrderBy(count => count.Value == "unknown"),
    };

    private static string Label(Facet facet, string value, CourseRequest request, FacetLabels labels, PageTexts texts)
    {
        var label = labels.Of(facet, value, request.Framework, texts);
        return facet is Facet.Area or Facet.Competence && label != value ? $"{value} {label}" : label;
    }
}

/// <summary>One box to tick.</summary>
internal sealed record FacetChoice(string Value, string Label, int Count, bool Chosen);
