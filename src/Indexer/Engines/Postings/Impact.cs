using System.Runtime.InteropServices;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// How much a word weighs in one course, worked out once when the course is indexed: BM25F (Robertson, Zaragoza 2009, §3.5) with constants for the
/// usual length of a field, so that a weight depends on its course alone and an index updated step by step equals one built at once.
/// </summary>
internal sealed class Impact
{
    /// <summary>A word that stands everywhere in a course; the least is 1.</summary>
    public const int Most = 255;

    private const float Saturation = 3;
    private const float LengthShare = 0.5f;

    // Title, competences, keywords, summary, description; usual lengths in words.
    private static readonly (float Weight, float Length)[] Fields = [(8, 6), (3, 16), (3, 8), (2, 60), (1, 200)];

    private readonly Dictionary<int, float> _frequencies = [];

    /// <summary>The different tokens of a course with their weights, in no order.</summary>
    public (int Token, byte Weight)[] Of(int[][] columns)
    {
        _frequencies.Clear();
        for (var column = 0; column < columns.Length; column++)
        {
            var (weight, usual) = Fields[column];
            var share = weight / (1 - LengthShare + (LengthShare * columns[column].Length / usual));
            foreach (var token in columns[column])
            {
                if (token != Store.StoreSchema.Break)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_frequencies, token, out _) += share;
                }
            }
        }

        var weighed = new (int, byte)[_frequencies.Count];
        var at = 0;
        foreach (var (token, frequency) in _frequencies)
        {
            weighed[at++] = (token, (byte)Math.Max(1, Most * frequency / (frequency + Saturation)));
        }

        return weighed;
    }
}
