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
    private const int LongestWritten = 48;
    private const int MostWritten = 200_000;

    private readonly ConcurrentDictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);
    private int _lastToken;
    private int _remembered;
    private readonly QuickStatement _addToken;
    private readonly QuickStatement _addWord;
    private readonly QuickStatement _countTitles;

    public TokenWriter(SqliteConnection connection)
    {
        _addToken = new(connection, "INSERT INTO tokens(id, readings) VALUES(?1, ?2)");
        _addWord = new(connection, "INSERT INTO words(word, latin, token, titles) VALUES(?1, ?2, ?3, 0)");
        _countTitles = new(connection, "UPDATE words SET titles = titles + ?1 WHERE word = ?2");
        connection.Each("SELECT id, readings FROM tokens", row => _tokens[row.GetString(1)] = row.GetInt32(0));
        connection.Each("SELECT word, token FROM words", row => _words[row.GetString(0)] = row.GetInt32(1));
        _lastToken = _tokens.Count;
    }

    public int Words => _words.Count;

    /// <summary>The token of a word as written in some text, where one that was written letter for letter so has been remembered.</summary>
    public bool IsKnown(ReadOnlySpan<char> written, out int token) => _written.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out token);

    /// <summary>Remembers the token of a word as written, up to a bound: the next time nobody needs to fold it and look for its readings.</summary>
    public void Remember(ReadOnlySpan<char> written, int token)
    {
        if (written.Length <= LongestWritten && _remembered < MostWritten && _written.TryAdd(written.ToString(), token))
        {
            Interlocked.Increment(ref _remembered);
        }
    }

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
            _addToken.With(token).With(readings).Run();
            _tokens[readings] = token;
        }

        if (word is not null)
        {
            _addWord.With(word).With(char.IsAscii(word[0]) ? null : LatinKey.Of(word)).With(token).Run();
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
            _countTitles.With(more).With(word).Run();
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
