namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// Numbers for the keys of one column. It only grows: a snapshot that knows the first n keys stays right while a later one adds more.
/// One thread adds; any thread reads what a snapshot has captured.
/// </summary>
internal sealed class FacetDictionary
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private string[] _keys = new string[16];

    public int Code(ReadOnlySpan<char> key)
    {
        var lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key, out var code))
        {
            return code;
        }

        code = _codes.Count;
        if (code == _keys.Length)
        {
            Array.Resize(ref _keys, code * 2);
        }

        _keys[code] = key.ToString();
        _codes.Add(_keys[code], code);
        return code;
    }

    /// <summary>The keys so far, in the order of their codes.</summary>
    public ReadOnlyMemory<string> Keys => _keys.AsMemory(0, _codes.Count);
}
