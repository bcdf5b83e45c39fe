using System.Runtime.InteropServices;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// Decides when segments become one, and makes that one. What is folded says the same as what went in, without its dead; because a weight depends
/// on its course alone, answers stay as they were.
/// </summary>
internal static class Folding
{
    /// <summary>So many later segments beside the first may be looked through for each word.</summary>
    public const int MostLater = 8;

    // A part of all courses: later segments that hold more are not small any more, dead documents that are more are a burden.
    private const int Part = 5;

    /// <summary>The segments that are due to become one; none where all is well.</summary>
    public static IReadOnlyList<LivingSegment> Due(WordIndex index)
    {
        var segments = index.Segments;
        var held = segments.Sum(segment => segment.Segment.Held.Length);
        if ((held - index.Courses) * Part > held)
        {
            return segments;
        }

        var later = segments.Skip(1).ToList();
        return later.Count > 1 && (later.Count > MostLater || later.Sum(segment => segment.Living) * Part > index.Courses) ? later : [];
    }

    /// <summary>One segment with all that lives in these.</summary>
    public static Segment Fold(IReadOnlyList<LivingSegment> segments)
    {
        var texts = segments
            .SelectMany(segment => segment.Segment.Held.Where(doc => !segment.IsDead(doc)).Select(doc => (Doc: doc, Of: segment.Segment)))
            .OrderBy(text => text.Doc)
            .ToList();
        var postings = Task.Run(() => Postings(segments));
        var textStarts = new int[texts.Count + 1];
        for (var at = 0; at < texts.Count; at++)
        {
            textStarts[at + 1] = textStarts[at] + texts[at].Of.TextOf(texts[at].Doc).Length;
        }

        var text = new int[textStarts[^1]];
        for (var at = 0; at < texts.Count; at++)
        {
            texts[at].Of.TextOf(texts[at].Doc).CopyTo(text.AsSpan(textStarts[at]));
        }

        var pairs = Neighbours.Of(textStarts, text);
        var (starts, docs, weights) = postings.GetAwaiter().GetResult();
        return new Segment { Starts = starts, Docs = docs, Weights = weights, Held = [.. texts.Select(one => one.Doc)], TextStarts = textStarts, Text = text, Pairs = pairs };
    }

    /// <summary>
    /// The index in which the folded segment stands for those that it was made of, though some of their documents may have died, and other
    /// segments have come, while it was being made.
    /// </summary>
    public static WordIndex Replace(WordIndex index, IReadOnlyList<LivingSegment> those, Segment folded)
    {
        var now = index.Segments.ToDictionary(segment => segment.Segment);
        var died = those.SelectMany(before => before.Segment.Held.Where(doc => !before.IsDead(doc) && now.GetValueOrDefault(before.Segment)?.IsDead(doc) != false));
        var living = LivingSegment.Of(folded).Without(died);
        var parts = those.Select(before => before.Segment).ToHashSet();
        var others = index.Segments.Where(segment => !parts.Contains(segment.Segment)).ToList();
        var place = index.Segments.Count > 0 && parts.Contains(index.Segments[0].Segment) ? 0 : Math.Min(1, others.Count);
        if (living.Living > 0)
        {
            others.Insert(place, living);
        }

        return new WordIndex(others, index.Courses);
    }

    private static (int[] Starts, int[] Docs, byte[] Weights) Postings(IReadOnlyList<LivingSegment> segments)
    {
        var starts = new int[segments.Max(segment => segment.Segment.Starts.Length)];
        var most = segments.Sum(segment => segment.Segment.Docs.Length);
        var (docs, weights) = (new List<int>(most), new List<byte>(most));
        for (var token = 0; token + 1 < starts.Length; token++)
        {
            Append(token, segments, docs, weights);
            starts[token + 1] = docs.Count;
        }

        return (starts, [.. docs], [.. weights]);
    }

    // Documents of different segments may stand in each other's gaps, so the list is put in order where it is not.
    private static void Append(int token, IReadOnlyList<LivingSegment> segments, List<int> docs, List<byte> weights)
    {
        var (first, rising) = (docs.Count, true);
        foreach (var segment in segments)
        {
            var list = segment.Segment.Of(token);
            if (segment.AllAlive && list.Docs.Length > 0 && (docs.Count == first || docs[^1] < list.Docs[0]))
            {
                docs.AddRange(list.Docs);
                weights.AddRange(list.Weights);
                continue;
            }

            for (var at = 0; at < list.Docs.Length; at++)
            {
                if (segment.AllAlive || !segment.IsDead(list.Docs[at]))
                {
                    rising &= docs.Count == first || docs[^1] < list.Docs[at];
                    docs.Add(list.Docs[at]);
                    weights.Add(list.Weights[at]);
                }
            }
        }

        if (!rising)
        {
            CollectionsMarshal.AsSpan(docs)[first..].Sort(CollectionsMarshal.AsSpan(weights)[first..]);
        }
    }
}
