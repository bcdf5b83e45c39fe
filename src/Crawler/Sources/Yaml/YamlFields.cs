using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Sources.Yaml;

/// <summary>The entries of one mapping, read by name and type; whatever is wrong is noted with its line and reads as null.</summary>
internal sealed class YamlFields
{
    private readonly IReadOnlyList<YamlEntry> entries;
    private readonly string file;
    private readonly ICollection<ConfigProblem> problems;

    public YamlFields(IReadOnlyList<YamlEntry> entries, IReadOnlyCollection<string> known, string file, ICollection<ConfigProblem> problems)
    {
        (this.entries, this.file, this.problems) = (entries, file, problems);
        foreach (var entry in entries.Where(entry => !known.Contains(entry.Key)))
        {
            var nearest = NearestWord.Of(entry.Key, known);
            Problem(entry.Line, nearest is null
                ? $"«{entry.Key}» is no key here; known are {string.Join(", ", known)}."
                : $"«{entry.Key}» is no key here; did you mean «{nearest}»?");
        }
    }

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

    /// <summary>One of a few words.</summary>
    public string? Word(string key, params string[] allowed)
    {
        var text = Text(key);
        if (text is null || allowed.Contains(text))
        {
            return text;
        }
        var nearest = NearestWord.Of(text, allowed);
        Problem(Line(key), $"«{key}: {text}» is not known; allowed are {string.Join(", ", allowed)}{(nearest is null ? "" : $" (perhaps «{nearest}»)")}.");
        return null;
    }

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
        var values = entry.Value.Items ?? [entry.Value];
        foreach (var wrong in values.Where(value => value.IsEmpty || string.IsNullOrWhiteSpace(value.Text)))
        {
            Problem(wrong.Line, $"«{key}» is a list of texts or numbers, such as [Медіаграмотність, 12].");
        }
        return [.. values.Select(value => value.Text?.Trim() ?? "").Where(text => text.Length > 0)];
    }

    /// <summary>A mapping inside this one, such as <c>{ delay: 3s }</c>.</summary>
    public YamlFields? Fields(string key, string example, params string[] known)
    {
        if (Find(key) is not { } entry)
        {
            return null;
        }
        if (entry.Value.Entries is { } inner)
        {
            return new(inner, known, file, problems);
        }
        Problem(entry.Line, $"«{key}» is a mapping, such as {example}.");
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

    private YamlEntry? Find(string key) => entries.FirstOrDefault(entry => entry.Key == key);
}
