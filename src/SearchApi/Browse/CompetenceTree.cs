using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Browse;

/// <summary>A framework with the number of courses in each of its places.</summary>
internal sealed record CompetenceTree
{
    public required string Framework { get; init; }
    public required string Name { get; init; }

    /// <summary>Where the framework comes from and under which licence.</summary>
    public required string Attribution { get; init; }

    /// <summary>What the Ukrainian names are: <c>official</c>, <c>unofficial</c> or <c>draft</c>.</summary>
    public required string UkrainianNames { get; init; }

    /// <summary>All courses of the index, also those without a competence.</summary>
    public required int Total { get; init; }
    public required IReadOnlyList<AreaItem> Areas { get; init; }
}

/// <summary>An area; a course of two of its competences counts once.</summary>
internal sealed record AreaItem(string Code, string Label, int Count, IReadOnlyList<CompetenceCount> Competences);

/// <summary>A competence with counts by level; <c>unknown</c> are courses whose level nobody states.</summary>
internal sealed record CompetenceCount(string Code, string Label, string? Descriptor, int Count, IReadOnlyDictionary<string, int> Levels);

/// <summary>Counts the courses of a framework's places by asking the index once in all and once a level, once for each state of the index.</summary>
internal sealed class CompetenceCounts(ICourseSearcher searcher)
{
    private const int Most = 100;
    private readonly StandingAnswers<(string Framework, string Lang), CompetenceTree> counted = new(searcher, Most);

    public CompetenceTree Of(Framework framework, string lang) => counted.Of((framework.Id, lang), () => CountAll(framework, lang));

    private CompetenceTree CountAll(Framework framework, string lang)
    {
        var all = Ask(framework, lang, null);
        var byLevel = Wire.All<Level>().ToDictionary(level => level, level => Counts(Ask(framework, lang, level), Facet.Competence));
        var areas = Counts(all, Facet.Area);
        var competences = Counts(all, Facet.Competence);
        return new()
        {
            Framework = framework.Id,
            Name = framework.Name.In(lang),
            Attribution = framework.Attribution,
            UkrainianNames = framework.UkrainianNames,
            Total = all.Total,
            Areas =
            [
                .. framework.Areas.Select(area => new AreaItem(area.Code, area.Name.In(lang), areas.GetValueOrDefault(area.Code),
                [
                    .. framework.Competences.Where(competence => competence.Area == area.Code)
                        .Select(competence => Counted(competence, lang, competences.GetValueOrDefault(competence.Code), byLevel)),
                ])),
            ],
        };
    }

    private static CompetenceCount Counted(Competence competence, string lang, int count, Dictionary<string, Dictionary<string, int>> byLevel)
    {
        var levels = byLevel.ToDictionary(pair => pair.Key, pair => pair.Value.GetValueOrDefault(competence.Code));
        levels["unknown"] = Math.Max(0, count - levels.Values.Sum());
        return new(competence.Code, competence.Name.In(lang), competence.Descriptor?.In(lang), count, levels);
    }

    private SearchAnswer Ask(Framework framework, string lang, string? level) => searcher.Search(new()
    {
        Framework = framework.Id,
        Language = lang,
        Limit = 1,
        Sort = SortOrder.Id,
        Filters = level is null ? new Dictionary<Facet, IReadOnlyList<string>>() : new() { [Facet.Level] = [level] },
    });

    private static Dictionary<string, int> Counts(SearchAnswer answer, Facet facet) =>
        answer.Facets.GetValueOrDefault(facet)?.ToDictionary(count => count.Value, count => count.Count) ?? [];
}
