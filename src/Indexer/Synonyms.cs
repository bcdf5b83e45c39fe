using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer;

/// <summary>The expressions that mean the same, as they stand now, and the themes to which words belong: they act on queries only, so other rings may take their place while the service runs. Safe for many threads.</summary>
public sealed class Synonyms(IReadOnlyList<IReadOnlyList<string>> rings, IReadOnlyList<IReadOnlyList<string>>? themes = null)
{
    private readonly Lock _gate = new();
    private IReadOnlyList<IReadOnlyList<string>> _rings = rings;
    private ReadRings? _read;

    /// <summary>How many rings there are.</summary>
    public int Count => Volatile.Read(ref _rings).Count;

    /// <summary>Puts other rings in the place of these; queries go on with the old ones until the new ones have been read.</summary>
    public void Replace(IReadOnlyList<IReadOnlyList<string>> others)
    {
        lock (_gate)
        {
            Volatile.Write(ref _rings, others);
            if (_read is { } known)
            {
                Volatile.Write(ref _read, known with { Rings = new SynonymRings(others, known.Analysis) });
            }
        }
    }

    /// <summary>The rings as this analysis reads them.</summary>
    internal SynonymRings In(TextAnalysis analysis) => Read(analysis).Rings;

    /// <summary>The themes as this analysis reads them.</summary>
    internal ThemeBook ThemesIn(TextAnalysis analysis) => Read(analysis).Themes;

    private ReadRings Read(TextAnalysis analysis)
    {
        if (Volatile.Read(ref _read) is { } known && known.Analysis == analysis)
        {
            return known;
        }

        lock (_gate)
        {
            if (_read?.Analysis != analysis)
            {
                Volatile.Write(ref _read, new(analysis, new SynonymRings(_rings, analysis), new ThemeBook(themes ?? [], analysis)));
            }

            return _read!;
        }
    }

    private sealed record ReadRings(TextAnalysis Analysis, SynonymRings Rings, ThemeBook Themes);
}
