using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>The words and tokens of an index in memory. They only grow, with every commit that a reader meets.</summary>
internal sealed class Vocabulary
{
    private long _lastWord;

    public TokenMap Tokens { get; } = new();

    public NearWords Words { get; } = new();

    /// <summary>Reads what the store has beyond what is known.</summary>
    public void Read(ReadConnection connection)
    {
        List<(int, string)> tokens = [];
        List<(long, string)> words = [];
        connection.Statement("SELECT id, readings FROM tokens WHERE id > $known ORDER BY id").With("$known", Tokens.Highest)
            .Each(row => tokens.Add((row.GetInt32(0), row.GetString(1))));
        connection.Statement("SELECT number, word FROM words WHERE number > $known ORDER BY number").With("$known", _lastWord)
            .Each(row => words.Add((row.GetInt64(0), row.GetString(1))));
        Add(tokens, words);
    }

    /// <summary>Reads the beginning of it from one piece of bytes.</summary>
    public void Read(BinaryReader from)
    {
        var tokens = new (int, string)[from.Read7BitEncodedInt()];
        for (var at = 0; at < tokens.Length; at++)
        {
            tokens[at] = (from.Read7BitEncodedInt(), from.ReadString());
        }

        var words = new (long, string)[from.Read7BitEncodedInt()];
        for (var at = 0; at < words.Length; at++)
        {
            words[at] = (from.Read7BitEncodedInt64(), from.ReadString());
        }

        Add(tokens, words);
    }

    /// <summary>Writes what a store has as one piece of bytes.</summary>
    public static void Write(BinaryWriter to, ReadConnection connection)
    {
        to.Write7BitEncodedInt((int)(long)connection.Statement("SELECT count(*) FROM tokens").ExecuteScalar()!);
        connection.Statement("SELECT id, readings FROM tokens ORDER BY id").Each(row =>
        {
            to.Write7BitEncodedInt(row.GetInt32(0));
            to.Write(row.GetString(1));
        });
        to.Write7BitEncodedInt((int)(long)connection.Statement("SELECT count(*) FROM words").ExecuteScalar()!);
        connection.Statement("SELECT number, word FROM words ORDER BY number").Each(row =>
        {
            to.Write7BitEncodedInt64(row.GetInt64(0));
            to.Write(row.GetString(1));
        });
    }

    private void Add(IReadOnlyList<(int Id, string Readings)> tokens, IReadOnlyList<(long Number, string Word)> words)
    {
        // Dictionary forms are words to be meant as well, whether or not a course has them.
        List<string> meant = new(tokens.Count + words.Count);
        foreach (var (id, readings) in tokens)
        {
            if (id > Tokens.Highest)
            {
                meant.AddRange(Tokens.Add(id, readings));
            }
        }

        foreach (var (number, word) in words)
        {
            if (number > _lastWord)
            {
                meant.Add(word);
                _lastWord = number;
            }
        }

        Words.Add(meant);
    }
}
