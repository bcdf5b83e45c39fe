using System.Numerics;

namespace DcCourseIndex.Indexer.Query;

/// <summary>
/// The words of an index in memory, for finding those one slip away from a mistyped one. One thread adds, any thread searches.
/// </summary>
internal sealed class NearWords
{
    /// <summary>Letters of a word that is corrected, at least: shorter ones are near to too many others.</summary>
    public const int MinLength = 4;

    /// <summary>Letters of a word that may have two slips, at least.</summary>
    public const int MinLengthTwice = 7;

    // By first letter, which no search changes.
    private Dictionary<char, Words> _words = [];

    public void Add(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        var next = new Dictionary<char, Words>(_words);
        foreach (var some in words.Where(word => word.Length > 0).GroupBy(word => word[0]))
        {
            next[some.Key] = (next.GetValueOrDefault(some.Key) ?? Words.None).With([.. some]);
        }

        Volatile.Write(ref _words, next);
    }

    /// <summary>The known words that differ by one letter put in, left out, changed, or swapped with its neighbour; the first letter stands.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        if (word.Length < MinLength)
        {
            return [];
        }

        var (texts, masks, count) = Of(word);
        var mask = Mask(word);
        List<string> near = [];
        for (var i = 0; i < count; i++)
        {
            // One slip changes at most two letters of the set: one goes, one comes.
            if (BitOperations.PopCount(masks[i] ^ mask) <= 2 && OneSlip.Apart(texts[i], word))
            {
                near.Add(texts[i]);
            }
        }

        return near;
    }

    /// <summary>The known words that are two slips away, for words long enough to be known by the rest; the first two letters stand.</summary>
    public IReadOnlyList<string> NearTwice(string word)
    {
        if (word.Length < MinLengthTwice)
        {
            return [];
        }

        var (texts, masks, count) = Of(word);
        var mask = Mask(word);
        List<string> near = [];
        for (var i = 0; i < count; i++)
        {
            if (BitOperations.PopCount(masks[i] ^ mask) <= 4 && texts[i].Length > 1 && texts[i][1] == word[1]
                && Math.Abs(texts[i].Length - word.Length) <= 2 && TwoSlips.Within(texts[i], word))
            {
                near.Add(texts[i]);
            }
        }

        return near;
    }

    /// <summary>The known words that begin one slip away from what has been typed, each with the length of that beginning; the first letter stands. At most <paramref name="most"/>.</summary>
    public IReadOnlyList<(string Word, int Length)> NearBeginnings(string typed, int most)
    {
        if (typed.Length < MinLength)
        {
            return [];
        }

        var (texts, masks, count) = Of(typed);
        var mask = Mask(typed);
        List<(string, int)> near = [];
        for (var i = 0; i < count && near.Count < most; i++)
        {
            // One slip puts at most one letter there that the word has not.
            if (BitOperations.PopCount(mask & ~masks[i]) <= 1 && NearBeginning(texts[i], typed) is > 0 and var length)
            {
                near.Add((texts[i], length));
            }
        }

        return near;
    }

    private Words Of(string word) => Volatile.Read(ref _words).GetValueOrDefault(word[0]) ?? Words.None;

    private static int NearBeginning(string word, string typed)
    {
        for (var length = Math.Min(word.Length, typed.Length + 1); length >= typed.Length - 1 && length > 0; length--)
        {
            if (OneSlip.Apart(word.AsSpan(0, length), typed))
            {
                return length;
            }
        }

        return 0;
    }

    private static ulong Mask(string word)
    {
        var mask = 0UL;
        foreach (var letter in word)
        {
            mask |= 1UL << (letter & 63);
        }

        return mask;
    }

    /// <summary>Words with one first letter, in the order in which they came; what lies beyond the count belongs to a later state.</summary>
    private sealed record Words(string[] Texts, ulong[] Masks, int Count)
    {
        public static Words None { get; } = new([], [], 0);

        public Words With(string[] more)
        {
            var (texts, masks, count) = this;
            var room = Math.Max(texts.Length, 16);
            while (room < count + more.Length)
            {
                room *= 2;
            }

            Array.Resize(ref texts, room);
            Array.Resize(ref masks, room);
            foreach (var word in more)
            {
                texts[count] = word;
                masks[count++] = Mask(word);
            }

            return new Words(texts, masks, count);
        }
    }
}
