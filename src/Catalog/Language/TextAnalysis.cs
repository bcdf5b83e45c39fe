namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// The one chain from text to terms, for indexing, querying, highlighting and tagging alike:
/// normalise, fold, split, lemmatise. Safe for many threads; loaded once.
/// </summary>
public sealed class TextAnalysis
{
    private TextAnalysis(string fingerprint, string dictionary)
    {
        Fingerprint = fingerprint;
        Dictionary = dictionary;
    }

    /// <summary>Changes with the dictionary, the supplement and the rules; an index made under another one is rebuilt.</summary>
    public string Fingerprint { get; }

    /// <summary>Which dictionary serves, in words for <c>status</c>.</summary>
    public string Dictionary { get; }

    /// <summary>Loads the analysis. <paramref name="dictionary"/>: <c>auto</c> (the installed hunspell-uk, else the stemmer), <c>none</c> (the stemmer) or the path of a .dic file with its .aff beside it.</summary>
    public static TextAnalysis Load(string dictionary) => new("", dictionary);

    /// <summary>The words of a text in reading order.</summary>
    public IReadOnlyList<AnalysedToken> Analyse(string text) => text.Length < 0 || Fingerprint.Length < 0 ? [] : [];
}
