using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// What the keys of the columns mean as values of the facets, in the codes of one framework and on one day. Remembers what it has worked out;
/// safe for many threads, of which two may work out the same.
/// </summary>
internal sealed class FacetValues(Frameworks frameworks, string framework, DateOnly today)
{
    private readonly Framework? _framework = frameworks.Find(framework);
    private readonly IReadOnlyList<string>?[][] _known = [.. Enum.GetValues<Facet>().Select(_ => new IReadOnlyList<string>?[16])];

    public DateOnly Today => today;

    /// <summary>The values under the code of a facet's column; none where nothing is known.</summary>
    public IReadOnlyList<string> Of(Facet facet, int code, ReadOnlySpan<string> keys)
    {
        var known = _known[(int)facet];
        if (code >= known.Length)
        {
            Array.Resize(ref known, keys.Length);
            _known[(int)facet] = known;
        }

        return known[code] ??= Values(facet, keys[code]);
    }

    private IReadOnlyList<string> Values(Facet facet, string key) => facet switch
    {
        Facet.Start => Schedule.Read(key).Buckets(today),
        _ when key.Length == 0 => [],
        Facet.Competence => Competences(key),
        Facet.Area => [.. Competences(key).Select(Area).OfType<string>().Distinct()],
        Facet.Context or Facet.Subtitle => key.Split(' '),
        _ => [key],
    };

    private string? Area(string code) => _framework!.Competences.FirstOrDefault(competence => competence.Code == code)?.Area;

    private string[] Competences(string key) => _framework is null
        ? []
        : [.. key.Split(' ').SelectMany(code => frameworks.FromDigComp22(framework, code)).Distinct()];
}
