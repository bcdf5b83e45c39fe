namespace DcCourseIndex.Catalog.DigComp.Matching;

/// <summary>Numbers the terms of the vocabulary, so that texts are compared by number. Filled while the tagger is built, only read afterwards.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    public int Of(string term)
    {
        if (!_numbers.TryGetValue(term, out var number))
        {
            _numbers[term] = number = _numbers.Count;
        }

        return number;
    }

    public int[] Known(IReadOnlyList<string> terms)
    {
        var known = new int[terms.Count];
        var count = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (_numbers.TryGetValue(terms[i], out var number))
            {
                known[count++] = number;
            }
        }

        return count == known.Length ? known : known[..count];
    }
}
