namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>
/// The words of some courses, both ways: by token the courses that have it with its weight there, by course its tokens in order.
/// Never changes; a course that is indexed again dies here and lives on in a later segment.
/// </summary>
internal sealed class Segment
{
    /// <summary>Where each token's postings begin, and one more for the end of the last.</summary>
    public required int[] Starts { get; init; }

    /// <summary>Document numbers of all postings, rising within a token.</summary>
    public required int[] Docs { get; init; }

    public required byte[] Weights { get; init; }

    /// <summary>The documents held, rising.</summary>
    public required int[] Held { get; init; }

    /// <summary>Where the tokens of each held document begin, and one more for the end of the last.</summary>
    public required int[] TextStarts { get; init; }

    /// <summary>The tokens of all held documents in reading order, fields parted by zeros.</summary>
    public required int[] Text { get; init; }

    /// <summary>Which tokens stand next to each other in each text: see <see cref="Neighbours"/>.</summary>
    public required int[] Pairs { get; init; }

    /// <summary>Documents that earlier segments may hold and that have gone, rising.</summary>
    public int[] Gone { get; init; } = [];

    public Segment With(int[] gone) => new() { Starts = Starts, Docs = Docs, Weights = Weights, Held = Held, TextStarts = TextStarts, Text = Text, Pairs = Pairs, Gone = gone };

    public PostingList Of(int token) => token + 1 < Starts.Length
        ? new(Docs.AsSpan(Starts[token]..Starts[token + 1]), Weights.AsSpan(Starts[token]..Starts[token + 1]))
        : default;

    /// <summary>How many postings some tokens have together.</summary>
    public int Postings(ReadOnlySpan<int> tokens)
    {
        var count = 0;
        foreach (var token in tokens)
        {
            count += Of(token).Docs.Length;
        }

        return count;
    }

    /// <summary>The tokens of a document in order; empty where it is not held.</summary>
    public ReadOnlySpan<int> TextOf(int doc)
    {
        var at = HeldAt(doc);
        return at < 0 ? [] : Text.AsSpan(TextStarts[at]..TextStarts[at + 1]);
    }

    /// <summary>The neighbours in a document that is held.</summary>
    public ReadOnlySpan<int> PairsOf(int doc) => Neighbours.Row(Pairs, TextStarts, HeldAt(doc));

    // Document numbers have few gaps, so the place is not far from the number.
    private int HeldAt(int doc) => doc - 1 < Held.Length && doc > 0 && Held[doc - 1] == doc ? doc - 1 : Array.BinarySearch(Held, doc);
}

/// <summary>The courses that have a token, with its weight in each.</summary>
internal readonly ref struct PostingList(ReadOnlySpan<int> docs, ReadOnlySpan<byte> weights)
{
    public ReadOnlySpan<int> Docs { get; } = docs;

    public ReadOnlySpan<byte> Weights { get; } = weights;
}
