using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Query;
using DcCourseIndex.SearchApi.Parameters;

namespace DcCourseIndex.SearchApi.Pages.Search;

/// <summary>What the page on asking shows; its field words are those that are read, so that it cannot grow old.</summary>
public sealed class HelpView
{
    private const int MostValues = 4;
    private static readonly string[] SignNames = ["words", "phrase", "minus", "prefix", "or", "brackets", "title", "code"];

    internal HelpView(PageFrame frame) => Frame = frame;

    public PageFrame Frame { get; }

    /// <summary>Each sign with an example of its use.</summary>
    internal IReadOnlyList<(string Example, string Meaning)> Signs =>
    [
        .. SignNames
            .Select(sign => (Frame.Texts[$"help.{sign}.example"], Frame.Texts[sign == "title" ? "help.titleword" : $"help.{sign}"])),
    ];

    internal IEnumerable<FieldWordRow> Fields => FieldWords.Filters.Select(pair => new FieldWordRow(
        Frame.Texts[$"facet.{Wire.Name(pair.Key)}"],
        pair.Value,
        Values(pair.Key)));

    internal PageLink Try(string query) => Frame.Here.To("/").With("q", query);

    private string Values(Facet facet)
    {
        var parameter = KnownParameters.Of(facet);
        return parameter.Values is { } values
            ? string.Join(", ", values.Where(value => value != "unknown").Take(MostValues).Select(value => Frame.Texts.Value(parameter.Name, value)).Where(words => words.Length < 30))
            : Frame.Texts.Value("help.value", parameter.Name);
    }
}

/// <summary>A filter with the words that may stand before its colon, and some of its values.</summary>
internal sealed record FieldWordRow(string Name, IReadOnlyList<string> Words, string Values);
