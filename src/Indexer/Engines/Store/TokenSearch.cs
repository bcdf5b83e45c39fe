namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Looks for tokens in a text of tokens.</summary>
internal static class TokenSearch
{
    // More words than these nobody quotes.
    private const int MostPlaces = 64;

    /// <summary>Where any of the tokens stands first; negative where none does. Few tokens, the usual case, are looked for many places at a time.</summary>
    public static int First(ReadOnlySpan<int> text, ReadOnlySpan<int> any) => any.Length switch
    {
        1 => text.IndexOf(any[0]),
        2 => text.IndexOfAny(any[0], any[1]),
        3 => text.IndexOfAny(any[0], any[1], any[2]),
        _ => FirstOfMany(text, any),
    };

    // The last bits of the tokens, as a set: nearly every other token is passed over by one look.
    private static int FirstOfMany(ReadOnlySpan<int> text, ReadOnlySpan<int> any)
    {
        var ends = 0UL;
        foreach (var token in any)
        {
            ends |= 1UL << (token & 63);
        }

        for (var at = 0; at < text.Length; at++)
        {
            if ((ends >> (text[at] & 63) & 1) != 0 && any.Contains(text[at]))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>One of each place's tokens, next to each other and in order.</summary>
    public static bool HasPhrase(ReadOnlySpan<int> text, int[][] places)
    {
        Span<int> counts = places.Length <= MostPlaces ? stackalloc int[places.Length] : new int[places.Length];
        for (var place = 0; place < places.Length; place++)
        {
            counts[place] = places[place].Length;
        }

        return HasPhrase(text, places, counts);
    }

    /// <summary>The same where of each place's tokens only the first so many count.</summary>
    public static bool HasPhrase(ReadOnlySpan<int> text, int[][] places, ReadOnlySpan<int> counts)
    {
        // The place with the fewest readings is the quickest to look for.
        var anchor = 0;
        for (var place = 1; place < places.Length; place++)
        {
            anchor = counts[place] < counts[anchor] ? place : anchor;
        }

        var any = places[anchor].AsSpan(0, counts[anchor]);
        for (var from = anchor; from < text.Length && First(text[from..], any) is >= 0 and var found; from += found + 1)
        {
            if (Stands(text, from + found - anchor, places, counts))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(ReadOnlySpan<int> text, int start, int[][] places, ReadOnlySpan<int> counts)
    {
        if (start + places.Length > text.Length)
        {
            return false;
        }

        for (var place = 0; place < places.Length; place++)
        {
            if (!places[place].AsSpan(0, counts[place]).Contains(text[start + place]))
            {
                return false;
            }
        }

        return true;
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
