using DcCourseIndex.Indexer.Engines.Postings;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// Each different word of a course once, with its weight there as payload of one byte: BM25 over weighted fields, worked out from exact lengths of
/// fields, where Lucene's own norms would round them to one byte.
/// </summary>
internal sealed class WeighedTokens : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPayloadAttribute _payload;
    private readonly BytesRef _weight = new(new byte[1]);
    private readonly Impact _impact = new();
    private List<(int Token, byte Weight)> _words = [];
    private int _at;

    public WeighedTokens() => (_term, _payload) = (AddAttribute<ICharTermAttribute>(), AddAttribute<IPayloadAttribute>());

    /// <summary>The columns whose words the next pass gives.</summary>
    public void Of(int[][] columns) => _words = [.. _impact.Of(columns)];

    public override void Reset()
    {
        base.Reset();
        _at = 0;
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_at == _words.Count)
        {
            return false;
        }

        var (token, weight) = _words[_at++];
        TermText.Write(token, _term);
        _weight.Bytes[_weight.Offset] = weight;
        _payload.Payload = _weight;
        return true;
    }
}
