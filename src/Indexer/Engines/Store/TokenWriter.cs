using System.Globalization;
using System.Text;
using DcCourseIndex.Indexer.Query;
using Microsoft.Data.Sqlite;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// The writer's side of the vocabulary: gives every set of readings its number and every spelling its row, inside the caller's transaction.
/// After a transaction that failed it is loaded again.
/// </summary>
internal sealed class TokenWriter : IDisposable
{
    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);
    private readonly SqliteCommand _addToken;
    private readonly SqliteCommand _addWord;
    private readonly SqliteCommand _countTitles;

    public TokenWriter(SqliteConnection connection)
    {
        _addToken = connection.Statement("INSERT INTO tokens(id, readings) VALUES($id, $readings)");
        _addWord = connection.Statement("INSERT INTO words(word, latin, token, titles) VALUES($word, $latin, $token, 0)");
        _countTitles = connection.Statement("UPDATE words SET titles = titles + $more WHERE word = $word");
        connection.Each("SELECT id, readings FROM tokens", row => _tokens.Add(row.GetString(1), row.GetInt32(0)));
        connection.Each("SELECT word FROM words", row => _words.Add(row.GetString(0)));
    }

    public int Words => _words.Count;

    /// <summary>The tokens of a field, in order.</summary>
    public int[] Tokens(IReadOnlyList<PlacedWord> places)
    {
        var tokens = new int[places.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = places[i].Readings is { } readings ? Token(places[i].Word, readings) : StoreSchema.Break;
        }

        return tokens;
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

    private int Token(string? word, string readings)
    {
        if (!_tokens.TryGetValue(readings, out var token))
        {
            token = _tokens.Count + 1;
            _addToken.With("$id", token).With("$readings", readings).ExecuteNonQuery();
            _tokens.Add(readings, token);
        }

        if (word is not null && _words.Add(word))
        {
            _addWord.With("$word", word).With("$latin", char.IsAscii(word[0]) ? null : LatinKey.Of(word)).With("$token", token).ExecuteNonQuery();
        }

        return token;
    }
}
