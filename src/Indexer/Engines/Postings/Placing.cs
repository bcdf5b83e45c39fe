using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Where the token of each posting stands in its text, in the order of the postings: a place is one number of sixteen bits, doubled, and odd where it is the posting's last.
/// So two common words next to each other are found by running along two rows of small numbers, without a look into the texts.
/// </summary>
internal static class Placing
{
    /// <summary>Of so many postings one has a mark of where its places begin.</summary>
    public const int Stride = 64;

    /// <summary>Stands for every place that is too far for sixteen bits: then the text must be looked through.</summary>
    public const int Far = ushort.MaxValue >> 1;

    /// <summary>The places of all postings, and the marks; texts in the order of their documents, postings rising within a token.</summary>
    public static (ushort[] Places, int[] Marks) Of(int[] starts, int[] textStarts, int[] text)
    {
        var (next, posting) = (new int[starts.Length], starts.AsSpan().ToArray());
        foreach (var token in text)
        {
            if (token != StoreSchema.Break)
            {
                next[token + 1]++;
            }
        }

        for (var token = 1; token < next.Length; token++)
        {
            next[token] += next[token - 1];
        }

        var places = new ushort[next[^1]];
        var marks = new int[(starts[^1] + Stride - 1) / Stride];
        var last = new int[starts.Length];
        for (var held = 0; held + 1 < textStarts.Length; held++)
        {
            for (var at = textStarts[held]; at < textStarts[held + 1]; at++)
            {
                var token = text[at];
                if (token == StoreSchema.Break)
                {
                    continue;
                }

                var place = next[token]++;
                if (last[token] == held + 1)
                {
                    // Not the posting's last after all.
                    places[place - 1] &= ushort.MaxValue - 1;
                }
                else
                {
                    last[token] = held + 1;
                    if (posting[token]++ is var one && one % Stride == 0)
                    {
                        marks[one / Stride] = place;
                    }
                }

                places[place] = (ushort)((Math.Min(Far, at - textStarts[held]) << 1) | 1);
            }
        }

        return (places, marks);
    }
}
