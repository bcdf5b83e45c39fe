using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// The one chain from text to terms, for indexing, querying, highlighting and tagging alike:
/// normalise, fold, split, lemmatise. Safe for many threads; loaded once, its words with the first text.
/// </summary>
public sealed class TextAnalysis
{
    // Raised with every change of folding, splitting, lemmas or stemming that changes terms.
    private const string RulesVersion = "3";

    // Debian and Fedora, Arch and openSUSE, FreeBSD and Homebrew.
    private static readonly string[] Installed =
        ["/usr/share/hunspell/uk_UA.dic", "/usr/share/myspell/dicts/uk_UA.dic", "/usr/share/myspell/uk_UA.dic", "/usr/local/share/hunspell/uk_UA.dic"];

    private readonly Lazy<WordTerms> _words;

    private TextAnalysis(Lazy<WordTerms> words, string fingerprint, string dictionary)
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
    /// <exception cref="InvalidDataException">The named dictionary cannot be read; the message names the path and the remedy.</exception>
    public static TextAnalysis Load(string dictionary)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dictionary);
        var path = dictionary switch
        {
            "none" => null,
            "auto" => Installed.FirstOrDefault(place => File.Exists(place) && File.Exists(Path.ChangeExtension(place, ".aff"))),
            _ => dictionary,
        };
        var words = path is null ? null : HunspellDictionary.Read(path);
        return new TextAnalysis(
            new Lazy<WordTerms>(() =>
            {
                words?.TakeIn(LanguageFiles.Supplement);
                return new WordTerms(new UkrainianWords(words));
            }),
            FingerprintOf(words),
            words is null ? "none (built-in stemmer)" : string.Create(CultureInfo.InvariantCulture, $"hunspell-uk ({path}, {words.Entries} entries)"));
    }

    private static string FingerprintOf(HunspellDictionary? words)
    {
        var parts = string.Join('\n', RulesVersion, words is null ? "none" : Convert.ToHexStringLower(words.Digest), LanguageFiles.Supplement, LanguageFiles.Irregular, LanguageFiles.EnglishIrregular, LanguageFiles.Spellings);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..32];
    }

    /// <summary>Whether the Ukrainian dictionary has a folded word in some form; false for all where none serves.</summary>
    public bool Knows(string foldedWord) => _words.Value.Knows(foldedWord);

    /// <summary>Where the words of a text stand, in reading order, each hyphen compound before its parts; what they are is told by <see cref="Word"/>.</summary>
    public static ReadOnlySpan<WordSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CollectionsMarshal.AsSpan(Tokeniser.Split(text));
    }

    /// <summary>A word as written, at least one letter or digit long: its folded spelling and its terms, which are never empty and the best reading first.</summary>
    public (string Word, IReadOnlyList<string> Terms) Word(ReadOnlySpan<char> written) => _words.Value.Of(written);

    /// <summary>The words of a text in reading order.</summary>
    public IReadOnlyList<AnalysedToken> Analyse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = Tokeniser.Split(text);
        var words = _words.Value;
        var tokens = new AnalysedToken[spans.Count];
        var position = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var span = spans[i];
            var (word, terms) = words.Of(text.AsSpan(span.Start, span.Length));
            tokens[i] = new AnalysedToken(span.Start, span.Length, position, word, terms);
            position += span.Parts == 1 ? 1 : 0;
        }

        return tokens;
    }
}
