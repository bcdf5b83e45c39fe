using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// What the keys of the columns mean as values of the facets, in the codes of one framework and on one day. Values have numbers, so that counting
/// needs no text. Remembers what it has worked out; safe for many threads.
/// </summary>
internal sealed class FacetValues
{
    private readonly Frameworks _frameworks;
    private readonly Framework? _framework;
    private readonly KeyMeanings[] _meanings;

    public FacetValues(Frameworks frameworks, string framework, DateOnly today)
    {
        (_frameworks, _framework, Today) = (frameworks, frameworks.Find(framework), today);
        _meanings = [.. Enum.GetValues<Facet>().Select(facet => new KeyMeanings(key => Values(facet, key)))];
    }

    public DateOnly Today { get; }

    /// <summary>The meaning of a facet's keys.</summary>
    public FacetMeaning Of(Facet facet, ReadOnlyMemory<string> keys) => _meanings[(int)facet].Of(keys);

    private IReadOnlyList<string> Values(Facet facet, string key) => facet switch
    {
        Facet.Start => Schedule.Read(key).Buckets(Today),
        _ when key.Length == 0 => [],
        Facet.Competence => Competences(key),
        Facet.Area => [.. Competences(key).Select(Area).OfType<string>().Distinct()],
        Facet.Context or Facet.Subtitle => key.Split(' '),
        _ => [key],
    };

    private string? Area(string code) => _framework!.Competences.FirstOrDefault(competence => competence.Code == code)?.Area;

    private string[] Competences(string key) => _framework is null
        ? []
        : [.. key.Split(' ').SelectMany(code => _frameworks.FromDigComp22(_framework.Id, code)).Distinct()];
}
