using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>Words and suffix rules as read from a pair of Hunspell files (UTF-8, one-character flags, suffixes without continuation classes).</summary>
internal sealed class HunspellDictionary
{
    private HunspellDictionary(byte[] digest) => Digest = digest;

    /// <summary>Folded root → the flags of its paradigms; roots that fold to one spelling share theirs.</summary>
    public Dictionary<string, string> Roots { get; } = new(StringComparer.Ordinal);

    /// <summary>Folded roots that are written with a capital only: names of people and places.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public List<SuffixRule> Rules { get; } = [];

    /// <summary>SHA-256 over both files.</summary>
    public byte[] Digest { get; }

    /// <summary>Entries of the .dic file.</summary>
    public int Entries { get; private set; }

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

        var dictionary = new HunspellDictionary(SHA256.HashData([.. SHA256.HashData(words), .. SHA256.HashData(suffixes)]));
        dictionary.ReadRules(Encoding.UTF8.GetString(suffixes));
        dictionary.Entries = dictionary.Add(Encoding.UTF8.GetString(words));
        return dictionary.Rules.Count > 0 && dictionary.Entries > 0
            ? dictionary
            : throw new InvalidDataException($"«{path}» and «{affixes}» hold no words or no suffix rules: they are not a Hunspell dictionary in UTF-8. Install the package hunspell-uk, or set the dictionary to «none».");
    }

    /// <summary>Adds the entries of a .dic text (first line: their number) and tells how many there were.</summary>
    public int Add(string words)
    {
        var count = 0;
        foreach (var range in words.AsSpan().Split('\n'))
        {
            var line = words.AsSpan()[range].TrimEnd();
            var slash = line.IndexOf('/');
            var root = slash < 0 ? line : line[..slash];
            if (root.IsEmpty || char.IsAsciiDigit(root[0]) || root[0] is '#' or '\uFEFF')
            {
                continue;
            }

            var key = FoldEntry(root);
            var flags = slash < 0 ? "" : string.Intern(line[(slash + 1)..].ToString());
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

            count++;
        }

        return count;
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
