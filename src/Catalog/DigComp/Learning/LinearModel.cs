using System.Collections.Concurrent;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>What a word says for each of the <see cref="Outputs"/>, and how much room it takes.</summary>
internal sealed record WordVote(float[] Votes, float Square);

/// <summary>
/// Linear models over parts of words, one per output. A listing's score is the sum of what its words say, divided by its length, so
/// that for every score it is known which word gave how much.
/// </summary>
internal sealed class LinearModel
{
    // Enough for all words of some ten thousand listings; later ones are worked out each time.
    private const int MostRemembered = 120_000;

    private readonly Dictionary<ulong, int> _places;
    private readonly ConcurrentDictionary<string, WordVote> _known = new(StringComparer.Ordinal);

    /// <param name="keys">The parts, ascending.</param>
    /// <param name="rarity">Per part: what it counts by its rarity.</param>
    /// <param name="weights">Part after part, in each the outputs.</param>
    /// <param name="bias">Per output.</param>
    public LinearModel(ulong[] keys, float[] rarity, float[] weights, float[] bias)
    {
        (Keys, Rarity, Weights, Bias) = (keys, rarity, weights, bias);
        _places = new Dictionary<ulong, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            _places[keys[i]] = i;
        }
    }

    public ulong[] Keys { get; }

    public float[] Rarity { get; }

    public float[] Weights { get; }

    public float[] Bias { get; }

    public WordVote Of(string word)
    {
        if (_known.TryGetValue(word, out var vote))
        {
            return vote;
        }

        vote = WorkOut(word);
        if (_known.Count < MostRemembered)
        {
            _known.TryAdd(word, vote);
        }

        return vote;
    }

    /// <summary>A score per output: above 0 speaks for it, −1 and less against it.</summary>
    public double[] Score(ListingBag bag)
    {
        var scores = new double[Outputs.Count];
        Add(bag.Subject, 0, Outputs.FirstLevel, scores);
        Add(bag.Learner, Outputs.FirstLevel, Outputs.Count, scores);
        return scores;
    }

    /// <summary>The same for words alone, of the outputs that are about the subject.</summary>
    public double[] Score(Dictionary<string, int> words)
    {
        var scores = new double[Outputs.FirstLevel];
        Add(words, 0, Outputs.FirstLevel, scores);
        return scores;
    }

    /// <summary>The divisor of a bag's sums.</summary>
    public double Length(Dictionary<string, int> words)
    {
        var square = 0.0;
        foreach (var (word, times) in words)
        {
            var force = ListingBag.Force(times);
            square += force * force * Of(word).Square;
        }

        return square == 0 ? 1 : Math.Sqrt(square);
    }

    private void Add(Dictionary<string, int> words, int from, int to, double[] scores)
    {
        var length = Length(words);
        foreach (var (word, times) in words)
        {
            var (votes, force) = (Of(word).Votes, ListingBag.Force(times) / length);
            for (var i = from; i < to; i++)
            {
                scores[i] += force * votes[i];
            }
        }

        for (var i = from; i < to; i++)
        {
            scores[i] += Bias[i];
        }
    }

    private WordVote WorkOut(string word)
    {
        var votes = new float[Outputs.Count];
        var square = 0f;
        foreach (var part in WordParts.Of(word))
        {
            if (!_places.TryGetValue(part.Key, out var place))
            {
                continue;
            }

            var value = part.Value * Rarity[place];
            square += value * value;
            for (var i = 0; i < votes.Length; i++)
            {
                votes[i] += value * Weights[(place * votes.Length) + i];
            }
        }

        return new(votes, square);
    }
}
