using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>The providers of the index by folded name: people type «prometheus», the facet has «Prometheus». Asked for anew when the index has moved.</summary>
internal sealed class KnownProviders(ICourseSearcher searcher)
{
    private Names names = new(IndexPosition.Nothing, []);

    /// <summary>A provider as the facet counts spell it; the name as typed where no course has it.</summary>
    public string Spelt(string typed)
    {
        var position = searcher.Position;
        var known = names;
        if (known.Position != position)
        {
            var counts = searcher.Search(new() { Sort = SortOrder.Id, Limit = 1 }).Facets.GetValueOrDefault(Facet.Provider) ?? [];
            names = known = new(position, counts.GroupBy(count => TextFolding.Fold(count.Value)).ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal));
        }
        return known.ByFolded.GetValueOrDefault(TextFolding.Fold(typed), typed);
    }

    private sealed record Names(IndexPosition Position, Dictionary<string, string> ByFolded);
}
