using DcCourseIndex.Catalog.DigComp.Matching;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>
/// The sentences that one portal writes into many of its listings («Увійдіть, щоб записатися», the note on cookies): whatever they name,
/// they say nothing of the single course. Learns from every listing once; safe for many threads.
/// </summary>
public sealed class RepeatedSentences
{
    private const int FewestListings = 5;
    private const double LeastShare = 0.04;
    private const int FewestWords = 3;

    // Of a huge portal the first listings tell enough.
    private const int MostListings = 20_000;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _listings = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> _sentences = [];

    /// <summary>Takes note of a listing's sentences; a second time the same <paramref name="id"/> changes nothing.</summary>
    public void Note(string id, TaggedText listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        var keys = Keys(listing.Summary).Concat(Keys(listing.Description)).ToHashSet();
        lock (_lock)
        {
            if (_listings.Count >= MostListings || !_listings.Add(id))
            {
                return;
            }

            foreach (var key in keys)
            {
                _sentences[key] = _sentences.GetValueOrDefault(key) + 1;
            }
        }
    }

    /// <summary>True where so many listings have the sentence that it cannot be about one of them.</summary>
    internal bool Contains(ReadOnlySpan<char> sentence)
    {
        if (Key(sentence) is not { } key)
        {
            return false;
        }

        lock (_lock)
        {
            return _sentences.GetValueOrDefault(key) >= Math.Max(FewestListings, LeastShare * _listings.Count);
        }
    }

    private static List<ulong> Keys(string text)
    {
        var keys = new List<ulong>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || SentenceBorder.Between(text, i - 1, i))
            {
                if (Key(text.AsSpan(start..i)) is { } key)
                {
                    keys.Add(key);
                }

                start = i;
            }
        }

        return keys;
    }

    // Letters alone, in small ones: numbers, dates and marks differ where the sentence is the same.
    private static ulong? Key(ReadOnlySpan<char> sentence)
    {
        var (key, words, inWord) = (14695981039346656037UL, 0, false);
        foreach (var letter in sentence)
        {
            words += char.IsLetter(letter) && !inWord ? 1 : 0;
            inWord = char.IsLetter(letter);
            key = inWord ? (key ^ char.ToLowerInvariant(letter)) * 1099511628211UL : key;
        }

        return words >= FewestWords ? key : null;
    }
}
