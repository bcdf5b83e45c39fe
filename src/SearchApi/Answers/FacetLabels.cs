using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>What people read in place of a facet's values.</summary>
internal sealed class FacetLabels(SearchApiSettings settings)
{
    public string Of(Facet facet, string value, Framework framework, PageTexts texts) => facet switch
    {
        Facet.Area or Facet.Competence => CompetenceCodes.Label(framework, value, texts.Lang),
        Facet.Language or Facet.Subtitle => texts.LanguageName(value),
        Facet.Source => settings.SourceTitle(value) ?? value,
        Facet.Provider => value,
        _ => texts.Value(Wire.Name(facet), value),
    };

    public IReadOnlyDictionary<string, IReadOnlyList<FacetItem>> Of(SearchAnswer answer, Framework framework, PageTexts texts) =>
        answer.Facets.OrderBy(pair => pair.Key).ToDictionary(
            pair => Wire.Name(pair.Key),
            pair => (IReadOnlyList<FacetItem>)[.. pair.Value.Select(count => new FacetItem(count.Value, Of(pair.Key, count.Value, framework, texts), count.Count))]);
}
