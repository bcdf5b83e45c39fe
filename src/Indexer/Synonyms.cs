using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer;

/// <summary>The expressions that mean the same and the themes to which words belong, as they stand now: they act on queries only, so others may take their place while the service runs. Safe for many threads.</summary>
public sealed class Synonyms(QueryWords words)
{
    private readonly Lock _gate = new();
    private QueryWords _words = words;
    private ReadWords? _read;

    /// <summary>The words in force.</summary>
    public QueryWords Words => Volatile.Read(ref _words);

    /// <summary>Puts other words in the place of these; queries go on with the old ones until the new ones have been read.</summary>
    public void Replace(QueryWords others)
    {
        lock (_gate)
        {
            Volatile.Write(ref _words, others);
            if (_read is { } known)
            {
                Volatile.Write(ref _read, ReadWords.Of(others, known.Analysis));
            }
        }
    }

    /// <summary>The rings as this analysis reads them.</summary>
    internal SynonymRings In(TextAnalysis analysis) => Read(analysis).Rings;

    /// <summary>The themes as this analysis reads them.</summary>
    internal ThemeBook ThemesIn(TextAnalysis analysis) => Read(analysis).Themes;

    private ReadWords Read(TextAnalysis analysis)
    {
        if (Volatile.Read(ref _read) is { } known && known.Analysis == analysis)
        {
            return known;
        }

        lock (_gate)
        {
            if (_read?.Analysis != analysis)
            {
                Volatile.Write(ref _read, ReadWords.Of(_words, analysis));
            }

            return _read!;
        }
    }

    private sealed record ReadWords(TextAnalysis Analysis, SynonymRings Rings, ThemeBook Themes)
    {
        public static ReadWords Of(QueryWords words, TextAnalysis analysis) => new(analysis, new SynonymRings(words.Rings, analysis), new ThemeBook(words.Themes, analysis));
    }
}
