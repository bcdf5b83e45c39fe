using System.Text;

namespace DcCourseIndex.Benchmarks;

/// <summary>
/// An invented vocabulary that looks Ukrainian: 30,000 stems of syllables with common endings, drawn by Zipf's law, so that 10,000 courses
/// hold about 70,000 different spellings. The same seed gives the same words.
/// </summary>
internal sealed class InventedWords
{
    public const int Count = 30_000;
    private const string Consonants = "бвгджзклмнпрстфхцчш";
    private const string Vowels = "аоуиіе";

    // The last one is ambiguous to the stemmer: about one word in ten has two readings, as in real texts.
    private static readonly string[] Endings = ["а", "у", "и", "і", "ою", "ами"];
    private readonly string[] _stems = new string[Count];
    private readonly double[] _upTo = new double[Count];

    public InventedWords(int seed)
    {
        var random = new Random(seed);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var sum = 0.0;
        for (var rank = 0; rank < Count; rank++)
        {
            while (!known.Add(_stems[rank] = Stem(random)))
            {
            }

            _upTo[rank] = sum += Math.Pow(rank + 1, -1.1);
        }
    }

    /// <summary>The word of a rank, 0 the commonest, in its first form.</summary>
    public string At(int rank) => _stems[rank] + Endings[0];

    /// <summary>A word by Zipf's law in one of its forms, the first of them most often.</summary>
    public string Draw(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _stems[at < 0 ? ~at : at] + Endings[(int)(Endings.Length * Math.Pow(random.NextDouble(), 3))];
    }

    public string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Draw(random)));

    private static string Stem(Random random)
    {
        var stem = new StringBuilder();
        for (var syllables = random.Next(2, 4); syllables > 0; syllables--)
        {
            stem.Append(Consonants[random.Next(Consonants.Length)]).Append(Vowels[random.Next(Vowels.Length)]);
        }

        return stem.Append(Consonants[random.Next(Consonants.Length)]).ToString();
    }
}
