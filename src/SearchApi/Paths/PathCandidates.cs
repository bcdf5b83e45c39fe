using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>Finds the courses that could close a gap: there today, their link not gone, of the price and language that are wanted. Once for each state of the index, because many have the same gap.</summary>
internal sealed class PathCandidates(ICourseSearcher searcher, CompetenceCodes codes)
{
    // Enough to choose three of; the filters put the best ones into their own forty, and each costs a page its time.
    private const int Most = 40;
    private const int MostGaps = 500;
    private static readonly string[] Reachable = [.. Wire.All<LinkHealth>().Except([Wire.Name(LinkHealth.Gone)])];
    private readonly StandingAnswers<(string Framework, Facet Facet, string Code, Level Next, PathPreferences Wishes, string Lang), IReadOnlyList<PathChoice>> known = new(searcher, MostGaps);
    private readonly StandingAnswers<(string Framework, Facet Facet, string Code), int> anyhow = new(searcher, MostGaps);

    /// <summary>The candidates, each once, best first.</summary>
    public IReadOnlyList<PathChoice> For(Gap gap, PathPreferences preferences, string lang) => known.Of(
        // How much time somebody has decides among the candidates, not who is one.
        (gap.Framework.Id, gap.Facet, gap.Code, gap.Next, preferences with { Hours = null }, lang),
        () => [.. PathChoice.Ordered(Hits(gap, preferences).Select(hit => PathChoice.Of(hit, gap, preferences, codes, lang)))]);

    /// <summary>How many courses there would be without the wishes for price and language.</summary>
    public int Anyhow(Gap gap) => anyhow.Of((gap.Framework.Id, gap.Facet, gap.Code), () => Search(gap, Filters(gap, new()), 1).Total);

    /// <summary>The filters that a course for this gap passes.</summary>
    public static Dictionary<Facet, IReadOnlyList<string>> Filters(Gap gap, PathPreferences preferences)
    {
        Dictionary<Facet, IReadOnlyList<string>> filters = new()
        {
            [gap.Facet] = [gap.Code],
            [Facet.Link] = Reachable,
            [Facet.State] = [Wire.Name(CourseState.Active)],
        };
        if (preferences.Free)
            filters[Facet.Price] = [Wire.Name(Price.Free), Wire.Name(Price.FreeToStudy)];
        if (preferences.Language is { } language)
            filters[Facet.Language] = [language];
        return filters;
    }

    private IEnumerable<CourseHit> Hits(Gap gap, PathPreferences preferences)
    {
        var within = Filters(gap, preferences);
        var choice = new List<Dictionary<Facet, IReadOnlyList<string>>> { within };
        if (preferences.Certificate)
            choice.Add(new(within) { [Facet.Credential] = [Wire.Name(Credential.Certificate), Wire.Name(Credential.Record)] });
        if (preferences.Tutor)
            choice.Add(new(within) { [Facet.Tutor] = [Wire.Name(Tutor.Yes)] });
        return choice.SelectMany(filters => new[] { filters, new(filters) { [Facet.Level] = [Wire.Name(gap.Next)] } })
            .SelectMany(filters => Search(gap, filters, Most).Hits)
            .DistinctBy(hit => hit.Course.Course.Id);
    }

    private SearchAnswer Search(Gap gap, Dictionary<Facet, IReadOnlyList<string>> filters, int most) =>
        searcher.Search(new() { Framework = gap.Framework.Id, Filters = filters, Sort = SortOrder.Newest, Limit = most });
}
