namespace DcCourseIndex.Catalog.Language;

/// <summary>Words in which people ask («як навчитися користуватися…», how do I learn): they may be left out of a query without changing what it is about.</summary>
public sealed class AskingWords
{
    private readonly HashSet<string> terms;

    /// <summary>The words as this analysis reads them.</summary>
    public AskingWords(TextAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        terms = LanguageFiles.Lines(LanguageFiles.Asking).SelectMany(line => analysis.Analyse(line)).Select(token => token.Terms[0]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True where the likeliest reading of a word, the first of its terms, is such a word.</summary>
    public bool Contain(IReadOnlyList<string> readings) => readings.Count > 0 && terms.Contains(readings[0]);
}
