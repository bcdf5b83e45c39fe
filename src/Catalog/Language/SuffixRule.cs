namespace DcCourseIndex.Catalog.Language;

/// <summary>One line SFX: a root with this flag that meets the condition gives a form by trading <paramref name="Strip"/> for <paramref name="Ending"/>.</summary>
internal sealed record SuffixRule(char Flag, string Strip, string Ending, string Condition)
{
    private readonly (bool Negated, string Letters)[] _places = Places(Condition);

    /// <summary>True where the end of the root meets the condition.</summary>
    public bool Fits(ReadOnlySpan<char> root)
    {
        if (root.Length < _places.Length)
        {
            return false;
        }

        var end = root[^_places.Length..];
        for (var i = 0; i < end.Length; i++)
        {
            if (_places[i].Letters.Contains(end[i]) == _places[i].Negated)
            {
                return false;
            }
        }

        return true;
    }

    private static (bool, string)[] Places(string condition)
    {
        var places = new List<(bool, string)>();
        for (var i = 0; i < condition.Length; i++)
        {
            if (condition[i] != '[')
            {
                places.Add(condition[i] == '.' ? (true, "") : (false, condition[i].ToString()));
                continue;
            }

            var close = condition.IndexOf(']', i) is > 0 and var at ? at : condition.Length;
            var isNegated = i + 1 < close && condition[i + 1] == '^';
            places.Add((isNegated, condition[(isNegated ? i + 2 : i + 1)..close]));
            i = close;
        }

        return condition == "." ? [] : [.. places];
    }
}
