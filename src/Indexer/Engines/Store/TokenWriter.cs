using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DcCourseIndex.Indexer.Query;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// The writer's side of the vocabulary: gives every set of readings its number and every spelling its row, inside the caller's transaction. Any thread may ask for what is known.
/// After a transaction that failed it is loaded again.
/// </summary>
internal sealed class TokenWriter : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);
    private int _lastToken;
    private readonly SqliteCommand _addToken;
    private readonly SqliteCommand _addWord;
    private readonly SqliteCommand _countTitles;

    public TokenWriter(SqliteConnection connection)
    {
        _addToken = connection.Statement("INSERT INTO tokens(id, readings) VALUES($id, $readings)");
        _addWord = connection.Statement("INSERT INTO words(word, latin, token, titles) VALUES($word, $latin, $token, 0)");
        _countTitles = connection.Statement("UPDATE words SET titles = titles + $more WHERE word = $word");
        connection.Each("SELECT id, readings FROM tokens", row => _tokens[row.GetString(1)] = row.GetInt32(0));
        connection.Each("SELECT word, token FROM words", row => _words[row.GetString(0)] = row.GetInt32(1));
        _lastToken = _tokens.Count;
    }

    public int Words => _words.Count;

    /// <summary>The token of a spelling; null where it is new.</summary>
    public int? Known(string word) => _words.TryGetValue(word, out var token) ? token : null;

    /// <summary>The token of a word at its place; null where the spelling or its readings are new.</summary>
    public int? Known(PlacedWord place) => place.Word is { } word ? Known(word) : _tokens.TryGetValue(place.Readings, out var token) ? token : null;

    /// <summary>The token of a word, which is put into the vocabulary where it is new.</summary>
    public int Token(PlacedWord place)
    {
        if (Known(place) is { } known)
        {
            return known;
        }

        var (word, readings) = place;
        if (!_tokens.TryGetValue(readings, out var token))
        {
            token = ++_lastToken;
            _addToken.With("$id", token).With("$readings", readings).ExecuteNonQuery();
            _tokens[readings] = token;
        }

        if (word is not null)
        {
            _addWord.With("$word", word).With("$latin", char.IsAscii(word[0]) ? null : LatinKey.Of(word)).With("$token", token).ExecuteNonQuery();
            _words[word] = token;
        }

        return token;
    }

    /// <summary>Tokens as text for the full-text table.</summary>
    public static string Text(int[] tokens)
    {
        var text = new StringBuilder(tokens.Length * 6);
        foreach (var token in tokens)
        {
            text.Append(CultureInfo.InvariantCulture, $"{token} ");
        }

        return text.ToString();
    }

    /// <summary>Counts one title more (or less) for each of its words; written by <see cref="Flush"/>.</summary>
    public void CountTitle(IEnumerable<string> words, int more)
    {
        foreach (var word in words)
        {
            _titles[word] = _titles.GetValueOrDefault(word) + more;
        }
    }

    public void Flush()
    {
        foreach (var (word, more) in _titles.Where(pair => pair.Value != 0))
        {
            _countTitles.With("$word", word).With("$more", more).ExecuteNonQuery();
        }

        _titles.Clear();
    }

    public void Dispose()
    {
        _addToken.Dispose();
        _addWord.Dispose();
        _countTitles.Dispose();
    }
}
