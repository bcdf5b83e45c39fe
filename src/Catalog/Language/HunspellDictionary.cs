using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Words and suffix rules as read from a pair of Hunspell files (UTF-8, one-character flags, suffixes without continuation classes).
/// The files are judged when they are read; their words are taken in by <see cref="TakeIn"/>, because most commands never look one up.
/// </summary>
internal sealed class HunspellDictionary
{
    private string _words;

    private HunspellDictionary(byte[] digest, string words) => (Digest, _words, Entries) = (digest, words, Count(words));

    /// <summary>Folded root → the flags of its paradigms; roots that fold to one spelling share theirs.</summary>
    public Dictionary<string, string> Roots { get; } = new(StringComparer.Ordinal);

    /// <summary>Folded roots that are written with a capital only: names of people and places.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public List<SuffixRule> Rules { get; } = [];

    /// <summary>SHA-256 over both files.</summary>
    public byte[] Digest { get; }

    /// <summary>Entries of the .dic file.</summary>
    public int Entries { get; }

    /// <summary>Reads a .dic file and the .aff file of the same name beside it.</summary>
    /// <exception cref="InvalidDataException">One of the files is missing, unreadable or of another form.</exception>
    public static HunspellDictionary Read(string path)
    {
        var affixes = Path.ChangeExtension(path, ".aff");
        byte[] words, suffixes;
        try
        {
            (words, suffixes) = (File.ReadAllBytes(path), File.ReadAllBytes(affixes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException(
                $"The dictionary «{path}» (with «{affixes}» beside it) cannot be read: {e.Message} Install the package hunspell-uk, name the .dic file of another Hunspell dictionary, or set the dictionary to «auto» or «none».", e);
        }

        var dictionary = new HunspellDictionary(SHA256.HashData([.. SHA256.HashData(words), .. SHA256.HashData(suffixes)]), Encoding.UTF8.GetString(words));
        dictionary.ReadRules(Encoding.UTF8.GetString(suffixes));
        return dictionary.Rules.Count > 0 && dictionary.Entries > 0
            ? dictionary
            : throw new InvalidDataException($"«{path}» and «{affixes}» hold no words or no suffix rules: they are not a Hunspell dictionary in UTF-8. Install the package hunspell-uk, or set the dictionary to «none».");
    }

    /// <summary>Takes in the words of the file and of a text of the same form beside it. Once, before any is looked up.</summary>
    public void TakeIn(string supplement)
    {
        Add(_words);
        Add(supplement);
        _words = "";
    }

    private void Add(string words)
    {
        foreach (var range in words.AsSpan().Split('\n'))
        {
            var line = words.AsSpan()[range].TrimEnd();
            var root = RootOf(line);
            if (root.IsEmpty)
            {
                continue;
            }

            var key = FoldEntry(root);
            var flags = root.Length == line.Length ? "" : string.Intern(line[(root.Length + 1)..].ToString());
            var isKnown = Roots.TryGetValue(key, out var others);
            Roots[key] = others is { Length: > 0 } ? string.Intern(others + flags) : flags;
            if (!char.IsUpper(root[0]))
            {
                Names.Remove(key);
            }
            else if (!isKnown)
            {
                Names.Add(key);
            }
        }
    }

    private static int Count(string words)
    {
        var count = 0;
        foreach (var range in words.AsSpan().Split('\n'))
        {
            count += RootOf(words.AsSpan()[range].TrimEnd()).IsEmpty ? 0 : 1;
        }

        return count;
    }

    // Empty for what is no entry: the number of entries in the first line, and notes.
    private static ReadOnlySpan<char> RootOf(ReadOnlySpan<char> line)
    {
        var slash = line.IndexOf('/');
        var root = slash < 0 ? line : line[..slash];
        return root.IsEmpty || char.IsAsciiDigit(root[0]) || root[0] is '#' or '\uFEFF' ? default : root;
    }

    private void ReadRules(string affixes)
    {
        foreach (var line in affixes.Split('\n'))
        {
            var fields = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (fields is ["SFX", [var flag], var strip, var ending, ..] && fields.Length >= 5)
            {
                Rules.Add(new SuffixRule(flag, strip == "0" ? "" : FoldEntry(strip), ending == "0" ? "" : FoldEntry(ending.Split('/')[0]), FoldEntry(fields[4])));
            }
        }
    }

    // Entries are clean already; the full folding would double the time to load.
    private static string FoldEntry(ReadOnlySpan<char> text) =>
        string.Create(text.Length, text, static (folded, text) =>
        {
            text.ToLowerInvariant(folded);
            folded.Replace('ґ', 'г');
            folded.Replace('’', '\'');
        });
}
