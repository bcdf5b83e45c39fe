using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// A course as a Lucene document: its words with their weights, its text for phrases, and the number under which the store has it. Nothing of the
/// course itself: that is the store's. One document is filled again for every course.
/// </summary>
internal sealed class CourseDocument : IDisposable
{
    /// <summary>Each word once, with its weight.</summary>
    public const string Words = "words";

    /// <summary>All words in order.</summary>
    public const string Text = "text";

    /// <summary>The store's number of the course, as term and as value.</summary>
    public const string Number = "doc";

    private static readonly FieldType Type = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });
    private readonly WeighedTokens _weighed = new();
    private readonly CourseTokens _tokens = new();
    private readonly StringField _term = new(Number, "", Field.Store.NO);
    private readonly NumericDocValuesField _value = new(Number, 0);
    private readonly Document _document;

    public CourseDocument() => _document = [_term, _value, new Field(Words, _weighed, Type), new Field(Text, _tokens, Type)];

    /// <summary>The document of a course; valid until the next call.</summary>
    public Document Of(int doc, int[][] columns)
    {
        _term.SetStringValue(TermText.Of(doc));
        _value.SetInt64Value(doc);
        _weighed.Of(columns);
        _tokens.Of(columns);
        return _document;
    }

    /// <summary>What finds the document of a course.</summary>
    public static Term Named(int doc) => new(Number, TermText.Of(doc));

    public void Dispose()
    {
        _weighed.Dispose();
        _tokens.Dispose();
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
