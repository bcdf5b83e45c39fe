using System.Text.Json;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Following;

namespace DcCourseIndex.Benchmarks.Search;

/// <summary>Compares the answers of engines to the same queries over the same courses with those of the first.</summary>
internal sealed class EngineComparison
{
    private string _first = "";
    private List<SearchAnswer>? _answers;

    /// <summary>Asks an engine everything once; from the second engine on prints how many totals and facet counts are those of the first, and how far the first ten hits are.</summary>
    public void Add(SearchEngine engine, string folder, IReadOnlyList<(string Kind, CourseQuery Query)> queries, ICourseSearcher searcher)
    {
        Console.WriteLine($"{engine.Name}: {engine.Measure(folder).Bytes / 1e6:0} MB on disk");
        List<SearchAnswer> answers = [.. queries.Select(query => searcher.Search(query.Query))];
        if (_answers is null)
        {
            (_first, _answers) = (engine.Name, answers);
            return;
        }

        var pairs = _answers.Zip(answers).ToList();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            comparison = $"{engine.Name} with {_first}",
            queries = pairs.Count,
            sameTotal = pairs.Count(pair => pair.First.Total == pair.Second.Total),
            sameFacets = pairs.Count(pair => pair.First.Facets.All(facet => facet.Value.SequenceEqual(pair.Second.Facets[facet.Key]))),
            sameTopTen = pairs.Count(pair => Ids(pair.First).SequenceEqual(Ids(pair.Second))),
            meanTopTenOverlap = Math.Round(pairs.Average(Overlap), 4),
        }));
    }

    private static IEnumerable<string> Ids(SearchAnswer answer) => answer.Hits.Select(hit => hit.Course.Course.Id);

    // Where both find nothing they agree.
    private static double Overlap((SearchAnswer First, SearchAnswer Second) pair)
    {
        var most = Math.Max(pair.First.Hits.Count, pair.Second.Hits.Count);
        return most == 0 ? 1 : Ids(pair.First).Intersect(Ids(pair.Second)).Count() / (double)most;
    }
}
