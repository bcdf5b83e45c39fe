using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Coverage;

/// <summary>What a competence can lack, worst first.</summary>
[JsonConverter(typeof(WireConverter<GapKind>))]
internal enum GapKind
{
    [JsonStringEnumMemberName("no-course")] NoCourse,
    [JsonStringEnumMemberName("none-in-ukrainian")] NoneInUkrainian,
    [JsonStringEnumMemberName("none-free")] NoneFree,
    [JsonStringEnumMemberName("none-for-beginners")] NoneForBeginners,
    [JsonStringEnumMemberName("none-seen-lately")] NoneSeenLately,
}

/// <summary>Finds what a competence lacks.</summary>
internal static class Gaps
{
    /// <summary>The kinds that apply; what a filter has decided already is no gap of the catalogue.</summary>
    public static IReadOnlyList<GapKind> Of(CompetenceCoverage competence, IReadOnlyDictionary<Facet, IReadOnlyList<string>> filters) => competence.Count == 0
        ? [GapKind.NoCourse]
        : [.. Wanting(competence).Where(gap => gap.Decides is not { } facet || !filters.ContainsKey(facet)).Select(gap => gap.Kind)];

    private static IEnumerable<(GapKind Kind, Facet? Decides)> Wanting(CompetenceCoverage competence)
    {
        if (!competence.Languages.ContainsKey("uk"))
            yield return (GapKind.NoneInUkrainian, Facet.Language);
        if (!competence.Prices.ContainsKey(Wire.Name(Price.Free)) && !competence.Prices.ContainsKey(Wire.Name(Price.FreeToStudy)))
            yield return (GapKind.NoneFree, Facet.Price);
        if (competence.Levels[Wire.Name(Level.Foundation)].Count == 0)
            yield return (GapKind.NoneForBeginners, Facet.Level);
        if (competence.Freshness.SeenLately == 0)
            yield return (GapKind.NoneSeenLately, null);
    }
}
