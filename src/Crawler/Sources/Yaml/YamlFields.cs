using System.Globalization;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Sources.Keys;

namespace DcCourseIndex.Crawler.Sources.Yaml;

/// <summary>The entries of one mapping, read as the table of keys describes them; whatever is wrong is noted with its line and reads as null. Asking for a key that the table lacks is a bug.</summary>
internal sealed class YamlFields
{
    private readonly IReadOnlyList<YamlEntry> entries;
    private readonly IReadOnlyList<SourceKey> keys;
    private readonly string file;
    private readonly ICollection<ConfigProblem> problems;

    public YamlFields(IReadOnlyList<YamlEntry> entries, IReadOnlyList<SourceKey> keys, string file, ICollection<ConfigProblem> problems)
    {
        (this.entries, this.keys, this.file, this.problems) = (entries, keys, file, problems);
        string[] known = [.. keys.Select(key => key.Name)];
        foreach (var entry in entries.Where(entry => !known.Contains(entry.Key)))
        {
            var nearest = NearestWord.Of(entry.Key, known);
            Problem(entry.Line, nearest is null
                ? $"«{entry.Key}» is no key here; known are {string.Join(", ", known)}."
                : $"«{entry.Key}» is no key here; did you mean «{nearest}»?");
        }
    }

    /// <summary>The keys that stand in the mapping and are known, in the order of the file.</summary>
    public IEnumerable<SourceKey> Present => entries.Select(entry => keys.FirstOrDefault(key => key.Name == entry.Key)).OfType<SourceKey>();

    public void Problem(int? line, string message) => problems.Add(new(file, line, message));

    /// <summary>The line of a key, null where it is missing.</summary>
    public int? Line(string key) => Find(key)?.Line;

    /// <summary>A text or a number as text.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } entry)
        {
            return null;
        }
        if (entry.Value is { Text: { } text, IsEmpty: false } && text.Trim().Length > 0)
        {
            return text.Trim();
        }
        Problem(entry.Line, entry.Value.Text is null ? $"«{key}» is one text, not a list or a mapping." : $"«{key}» is empty; write a value or leave the line out.");
        return null;
    }

    /// <summary>One of the key's allowed words.</summary>
    public string? Word(string key) => Text(key) is { } text && IsAllowed(Key(key), text, Line(key)) ? text : null;

    /// <summary>A whole number within limits.</summary>
    public int? Number(string key, int least, int most) => Parsed<int>(
        key,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null,
        $"write a whole number from {least} to {most}.");

    /// <summary><c>true</c> or <c>false</c>, unquoted.</summary>
    public bool? Flag(string key)
    {
        if (Find(key) is not { } entry)
        {
            return null;
        }
        if (entry.Value is { Quoted: false, Text: "true" or "false" })
        {
            return entry.Value.Text == "true";
        }
        Problem(entry.Line, $"«{key}» is true or false, without quotes.");
        return null;
    }

    /// <summary>A list of texts or numbers; a single one may stand without brackets.</summary>
    public IReadOnlyList<string> List(string key)
    {
        if (Find(key) is not { } entry)
        {
            return [];
        }
        var known = Key(key);
        var values = entry.Value.Items ?? [entry.Value];
        foreach (var wrong in values.Where(value => value.IsEmpty || string.IsNullOrWhiteSpace(value.Text)))
        {
            Problem(wrong.Line, $"«{key}» is a list of texts or numbers, such as {known.Example ?? "[Медіаграмотність, 12]"}.");
        }
        return [.. values.Select(value => (value.Line, Text: value.Text?.Trim() ?? "")).Where(value => value.Text.Length > 0 && IsAllowed(known, value.Text, value.Line)).Select(value => value.Text)];
    }

    /// <summary>A mapping inside this one, such as <c>{ delay: 3s }</c>.</summary>
    public YamlFields? Fields(string key) => Entries(key) is { } inner ? new(inner, Key(key).Inner, file, problems) : null;

    /// <summary>The entries of a mapping inside this one, whatever their keys.</summary>
    public IReadOnlyList<YamlEntry>? Entries(string key)
    {
        if (Find(key) is not { } entry)
        {
            return null;
        }
        if (entry.Value.Entries is { } inner)
        {
            return inner;
        }
        Problem(entry.Line, $"«{key}» is a mapping, such as {Key(key).Example}.");
        return null;
    }

    /// <summary>A text that a reader understands, else a problem with what it must look like.</summary>
    public T? Parsed<T>(string key, Func<string, T?> read, string remedy)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }
        if (read(text) is { } value)
        {
            return value;
        }
        Problem(Line(key), $"«{key}: {text}» is not understood; {remedy}");
        return null;
    }

    /// <summary>What stands behind a key, unread; null where the key is missing.</summary>
    public YamlValue? Value(string key) => Find(key)?.Value;

    private bool IsAllowed(SourceKey key, string text, int? line)
    {
        if (key.Allowed.Count == 0 || key.Allowed.Contains(text))
        {
            return true;
        }
        var nearest = NearestWord.Of(text, key.Allowed);
        Problem(line, $"«{key.Name}: {text}» is not known; allowed are {string.Join(", ", key.Allowed)}{(nearest is null ? "" : $" (perhaps «{nearest}»)")}.");
        return false;
    }

    private SourceKey Key(string name) => keys.FirstOrDefault(key => key.Name == name) ?? throw new InvalidOperationException($"The table of keys lacks «{name}».");

    private YamlEntry? Find(string key)
    {
        Key(key);
        return entries.FirstOrDefault(entry => entry.Key == key);
    }
}
