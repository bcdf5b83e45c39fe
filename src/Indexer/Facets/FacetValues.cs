using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// What the keys of the columns mean as values of the facets, in the codes of one framework and on one day. Values have numbers, so that counting
/// needs no text. Remembers what it has worked out; safe for many threads.
/// </summary>
internal sealed class FacetValues(Frameworks frameworks, string framework, DateOnly today)
{
    private readonly Framework? _framework = frameworks.Find(framework);
    private readonly Lock _gate = new();
    private readonly FacetMeaning[] _known = [.. Enum.GetValues<Facet>().Select(_ => new FacetMeaning([], []))];

    public DateOnly Today => today;

    /// <summary>The meaning of a facet's keys.</summary>
    public FacetMeaning Of(Facet facet, ReadOnlyMemory<string> keys)
    {
        var known = Volatile.Read(ref _known[(int)facet]);
        if (known.ByCode.Length >= keys.Length)
        {
            return known;
        }

        lock (_gate)
        {
            known = _known[(int)facet];
            if (known.ByCode.Length < keys.Length)
            {
                known = Longer(known, facet, keys.Span);
                Volatile.Write(ref _known[(int)facet], known);
            }

            return known;
        }
    }

    private FacetMeaning Longer(FacetMeaning known, Facet facet, ReadOnlySpan<string> keys)
    {
        List<string> names = [.. known.Names];
        var numbers = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        var byCode = new int[keys.Length][];
        known.ByCode.CopyTo(byCode, 0);
        for (var code = known.ByCode.Length; code < keys.Length; code++)
        {
            byCode[code] = [.. Values(facet, keys[code]).Select(Number)];
        }

        return new FacetMeaning(byCode, [.. names]);

        int Number(string name)
        {
            if (!numbers.TryGetValue(name, out var number))
            {
                numbers[name] = number = names.Count;
                names.Add(name);
            }

            return number;
        }
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

/// <summary>The values of a facet by name, and which of them each code of its column stands for.</summary>
internal sealed record FacetMeaning(int[][] ByCode, string[] Names);
