namespace DcCourseIndex.Indexer.Facets;

/// <summary>The values behind the keys of a column by name, and which of them each code stands for.</summary>
internal sealed record FacetMeaning(int[][] ByCode, string[] Names);

/// <summary>Gives the values behind keys numbers, once for each key; safe for many threads.</summary>
internal sealed class KeyMeanings(Func<string, IReadOnlyList<string>> read)
{
    private readonly Lock _gate = new();
    private FacetMeaning _known = new([], []);

    /// <summary>The meaning of these keys, which are the first ones of a dictionary that only grows.</summary>
    public FacetMeaning Of(ReadOnlyMemory<string> keys)
    {
        var known = Volatile.Read(ref _known);
        if (known.ByCode.Length >= keys.Length)
        {
            return known;
        }

        lock (_gate)
        {
            if (_known.ByCode.Length < keys.Length)
            {
                Volatile.Write(ref _known, Longer(_known, keys.Span));
            }

            return _known;
        }
    }

    private FacetMeaning Longer(FacetMeaning known, ReadOnlySpan<string> keys)
    {
        List<string> names = [.. known.Names];
        var numbers = names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        var byCode = new int[keys.Length][];
        known.ByCode.CopyTo(byCode, 0);
        for (var code = known.ByCode.Length; code < keys.Length; code++)
        {
            byCode[code] = [.. read(keys[code]).Select(Number)];
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
}
