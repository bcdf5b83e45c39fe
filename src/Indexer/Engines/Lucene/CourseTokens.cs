using DcCourseIndex.Indexer.Engines.Store;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// The words of a course as Lucene takes them, in reading order. A word is one number for all its readings, so every lemma of an ambiguous form stands
/// at the form's one place. Where two values or fields meet a place stays free, so that no phrase reaches across.
/// </summary>
internal sealed class CourseTokens : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private int[][] _columns = [];
    private int _column;
    private int _at;

    public CourseTokens() => (_term, _step) = (AddAttribute<ICharTermAttribute>(), AddAttribute<IPositionIncrementAttribute>());

    /// <summary>The columns that the next pass reads.</summary>
    public void Of(int[][] columns) => _columns = columns;

    public override void Reset()
    {
        base.Reset();
        (_column, _at) = (0, 0);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        var step = 1;
        for (; _column < _columns.Length; _column++, _at = 0, step++)
        {
            for (var column = _columns[_column]; _at < column.Length; step++)
            {
                if (column[_at++] is var token and not StoreSchema.Break)
                {
                    TermText.Write(token, _term);
                    _step.PositionIncrement = step;
                    return true;
                }
            }
        }

        return false;
    }
}
