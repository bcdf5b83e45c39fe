using DcCourseIndex.Indexer.Engines.Store;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>Collects courses in rising order of document number and makes a segment of them.</summary>
internal sealed class SegmentBuilder
{
    private readonly Impact _impact = new();
    private readonly List<int> _held = [];
    private readonly List<int> _textStarts = [0];
    private readonly List<int> _text = [];
    private readonly List<int> _tokens = [];
    private readonly List<byte> _weights = [];
    private readonly List<int> _ends = [];

    public void Add(int doc, int[][] columns) => Add(doc, columns, _impact.Of(columns));

    /// <summary>Adds a course whose words have been weighed already.</summary>
    public void Add(int doc, int[][] columns, (int Token, byte Weight)[] weighed)
    {
        _held.Add(doc);
        foreach (var column in columns)
        {
            _text.AddRange(column);
            _text.Add(StoreSchema.Break);
        }

        _textStarts.Add(_text.Count);
        foreach (var (token, weight) in weighed)
        {
            _tokens.Add(token);
            _weights.Add(weight);
        }

        _ends.Add(_tokens.Count);
    }

    public Segment Build(int[]? gone = null)
    {
        var starts = new int[_tokens.Count == 0 ? 1 : _tokens.Max() + 2];
        foreach (var token in _tokens)
        {
            starts[token + 1]++;
        }

        for (var token = 1; token < starts.Length; token++)
        {
            starts[token] += starts[token - 1];
        }

        // Both halves need only where the postings begin.
        var (textStarts, text) = (_textStarts.ToArray(), _text.ToArray());
        var neighbours = Task.Run(() => Neighbours.Of(textStarts, text));
        var next = starts.ToArray();
        var docs = new int[_tokens.Count];
        var weights = new byte[_tokens.Count];
        for (int doc = 0, at = 0; doc < _held.Count; doc++)
        {
            for (; at < _ends[doc]; at++)
            {
                var place = next[_tokens[at]]++;
                (docs[place], weights[place]) = (_held[doc], _weights[at]);
            }
        }

        return new Segment { Starts = starts, Docs = docs, Weights = weights, Held = [.. _held], TextStarts = textStarts, Text = text, Pairs = neighbours.GetAwaiter().GetResult(), Gone = gone ?? [] };
    }
}
