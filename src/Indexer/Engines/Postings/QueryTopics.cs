using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The competences of which the text of a query speaks, remembered for the last few hundred texts: finding them costs more than the search itself.</summary>
internal sealed class QueryTopics(CompetenceTagger? tagger)
{
    private const int MostKept = 500;
    private static readonly Dictionary<string, double> None = [];

    private readonly Lock _gate = new();
    private Dictionary<string, Dictionary<string, double>> _young = new(StringComparer.Ordinal);
    private Dictionary<string, Dictionary<string, double>> _old = new(StringComparer.Ordinal);

    /// <summary>DigComp 2.2 codes with confidence 0 to 1; not to be changed. Safe for many threads.</summary>
    public Dictionary<string, double> Of(string text)
    {
        if (tagger is null || text.Length == 0)
        {
            return None;
        }

        text = QuerySplitter.Cut(text);
        lock (_gate)
        {
            if (_young.TryGetValue(text, out var known) || _old.TryGetValue(text, out known))
            {
                return Keep(text, known);
            }
        }

        var topics = tagger.Tag(new TaggedText(text, "")).Competences.ToDictionary(one => one.Code, one => one.Confidence, StringComparer.Ordinal);
        lock (_gate)
        {
            return Keep(text, topics);
        }
    }

    // What was asked for since the last change of age lives on.
    private Dictionary<string, double> Keep(string text, Dictionary<string, double> topics)
    {
        if (_young.Count >= MostKept)
        {
            (_old, _young) = (_young, new(StringComparer.Ordinal));
        }

        return _young[text] = topics;
    }
}
