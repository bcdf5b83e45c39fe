namespace DcCourseIndex.Catalog.DigComp.Matching;

/// <summary>A phrase found: from place <paramref name="First"/> to place <paramref name="Last"/>, <paramref name="Start"/> to <paramref name="End"/> in UTF-16 units.</summary>
internal readonly record struct PhraseMatch<T>(T Of, int First, int Last, int Start, int End);

/// <summary>Finds phrases in texts: in order, within one sentence, with at most <paramref name="gap"/> other words between two of their words.</summary>
internal sealed class PhraseBook<T>(int gap)
{
    private readonly Dictionary<int, List<(Phrase Phrase, T Of)>> _byFirstWord = [];

    public void Add(Phrase phrase, T of)
    {
        foreach (var term in phrase.Words[0])
        {
            (_byFirstWord.TryGetValue(term, out var list) ? list : _byFirstWord[term] = []).Add((phrase, of));
        }
    }

    public List<PhraseMatch<T>> FindIn(ReadText text)
    {
        var found = new List<PhraseMatch<T>>();
        for (var place = 0; place < text.Places.Count; place++)
        {
            foreach (var reading in text.Places[place].Readings)
            {
                foreach (var term in reading.Terms)
                {
                    if (!_byFirstWord.TryGetValue(term, out var candidates))
                    {
                        continue;
                    }

                    foreach (var (phrase, of) in candidates)
                    {
                        if (phrase.IsSpelt(0, text.Text.AsSpan(reading.Start..reading.End)) && Follow(text, phrase, place) is { } last)
                        {
                            found.Add(new(of, place, last.Place, reading.Start, phrase.Words.Length == 1 ? reading.End : last.End));
                        }
                    }
                }
            }
        }

        return found;
    }

    private (int Place, int End)? Follow(ReadText text, Phrase phrase, int place)
    {
        var (at, end) = (place, 0);
        for (var word = 1; word < phrase.Words.Length; word++)
        {
            var limit = Math.Min(text.Places.Count - 1, at + 1 + gap);
            var next = at + 1;
            while (next <= limit && text.Places[next].Sentence == text.Places[place].Sentence && !Stands(text, phrase, word, next, out end))
            {
                next++;
            }

            if (next > limit || text.Places[next].Sentence != text.Places[place].Sentence)
            {
                return null;
            }

            at = next;
        }

        return (at, end);
    }

    private static bool Stands(ReadText text, Phrase phrase, int word, int place, out int end)
    {
        foreach (var reading in text.Places[place].Readings)
        {
            foreach (var term in reading.Terms)
            {
                if (Array.IndexOf(phrase.Words[word], term) >= 0 && phrase.IsSpelt(word, text.Text.AsSpan(reading.Start..reading.End)))
                {
                    end = reading.End;
                    return true;
                }
            }
        }

        end = 0;
        return false;
    }
}
