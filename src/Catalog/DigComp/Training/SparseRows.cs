using DcCourseIndex.Catalog.DigComp.Learning;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>One text as the numbers of its parts; together its values have length 1.</summary>
internal readonly record struct SparseRow(int[] Places, float[] Values)
{
    public double Square()
    {
        var sum = 0.0;
        foreach (var value in Values)
        {
            sum += value * value;
        }

        return sum;
    }
}

/// <summary>Numbers the parts of words that training texts have, weighs them by their rarity, and turns texts into rows.</summary>
internal sealed class SparseRows
{
    private readonly Dictionary<ulong, int> _places = [];
    private readonly Dictionary<string, (int[] Places, float[] Values, float Square)> _words = new(StringComparer.Ordinal);

    public SparseRows(IReadOnlyList<Example> examples)
    {
        var spread = new Dictionary<ulong, int>();
        var seen = new HashSet<ulong>();
        foreach (var example in examples)
        {
            seen.Clear();
            foreach (var part in example.Bag.Learner.Keys.Concat(example.Bag.Subject.Keys).Distinct().SelectMany(WordParts.Of))
            {
                if (seen.Add(part.Key))
                {
                    spread[part.Key] = spread.GetValueOrDefault(part.Key) + 1;
                }
            }
        }

        // What a single text has, nothing can be learnt from.
        Keys = [.. spread.Where(part => part.Value > 1).Select(part => part.Key).Order()];
        Rarity = [.. Keys.Select(key => (float)(Math.Log((1.0 + examples.Count) / (1 + spread[key])) + 1))];
        for (var i = 0; i < Keys.Length; i++)
        {
            _places[Keys[i]] = i;
        }
    }

    public ulong[] Keys { get; }

    public float[] Rarity { get; }

    public SparseRow Of(Dictionary<string, int> words)
    {
        var sums = new Dictionary<int, float>();
        var square = 0.0;
        foreach (var (word, times) in words)
        {
            var (places, values, room) = Word(word);
            var force = ListingBag.Force(times);
            square += force * force * room;
            for (var i = 0; i < places.Length; i++)
            {
                sums[places[i]] = sums.GetValueOrDefault(places[i]) + (float)(force * values[i]);
            }
        }

        var length = square == 0 ? 1 : (float)Math.Sqrt(square);
        int[] all = [.. sums.Keys.Order()];
        return new(all, [.. all.Select(place => sums[place] / length)]);
    }

    private (int[] Places, float[] Values, float Square) Word(string word)
    {
        if (!_words.TryGetValue(word, out var known))
        {
            var parts = WordParts.Of(word).Where(part => _places.ContainsKey(part.Key)).ToList();
            float[] values = [.. parts.Select(part => part.Value * Rarity[_places[part.Key]])];
            _words[word] = known = ([.. parts.Select(part => _places[part.Key])], values, values.Sum(value => value * value));
        }

        return known;
    }
}
