namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Looks for tokens in a text of tokens.</summary>
internal static class TokenSearch
{
    /// <summary>Where any of the tokens stands first; negative where none does. Few tokens, the usual case, are looked for many places at a time.</summary>
    public static int First(ReadOnlySpan<int> text, ReadOnlySpan<int> any) => any.Length switch
    {
        1 => text.IndexOf(any[0]),
        2 => text.IndexOfAny(any[0], any[1]),
        3 => text.IndexOfAny(any[0], any[1], any[2]),
        _ => text.IndexOfAny(any),
    };

    /// <summary>One of each place's tokens, next to each other and in order.</summary>
    public static bool HasPhrase(ReadOnlySpan<int> text, int[][] places)
    {
        while (First(text, places[0]) is >= 0 and var start && start + places.Length <= text.Length)
        {
            var at = 1;
            while (at < places.Length && places[at].AsSpan().Contains(text[start + at]))
            {
                at++;
            }

            if (at == places.Length)
            {
                return true;
            }

            text = text[(start + 1)..];
        }

        return false;
    }

    /// <summary>One of each place's tokens, wherever they stand.</summary>
    public static bool HasAll(ReadOnlySpan<int> text, int[][] places)
    {
        foreach (var place in places)
        {
            if (First(text, place) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
