namespace DcCourseIndex.Catalog.DigComp;

/// <summary>A text file of fields between tabs, with remarks after <c>#</c>: the form that a librarian edits in any editor or spreadsheet.</summary>
internal static class TabFile
{
    // What a reader puts in the place of bytes that are no UTF-8.
    private const string NoCharacter = "\uFFFD";

    /// <summary>Every line by way of <paramref name="make"/>; what is wrong is added to <paramref name="problems"/>. <paramref name="fields"/> is their exact number, 0: any.</summary>
    public static IReadOnlyList<T> Read<T>(string folder, string name, int fields, List<string> problems, Func<TabLine, T> make)
    {
        var file = Path.Combine(folder, name);
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file}: cannot be read: {e.Message} Put the file there; it may hold nothing but remarks.");
            return [];
        }

        var made = new List<T>(lines.Length);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || lines[i].StartsWith('#'))
            {
                continue;
            }

            if (lines[i].Contains(NoCharacter, StringComparison.Ordinal))
            {
                problems.Add($"{file}:{i + 1}: not written in UTF-8. Save the file again with the encoding UTF-8 (Excel: «CSV UTF-8»).");
                continue;
            }

            // Spreadsheets end every line with as many tabs as the longest has.
            var line = new TabLine(file, i + 1, [.. lines[i].TrimEnd('\t', ' ').Split('\t').Select(field => field.Trim())], seen, []);
            if (Array.FindIndex(line.Fields, field => field.Length == 0) is >= 0 and var empty)
            {
                problems.Add($"{file}:{i + 1}: field {empty + 1} is empty; separate fields by one tab each.");
                continue;
            }

            if (fields > 0 && line.Fields.Length != fields)
            {
                problems.Add($"{file}:{i + 1}: {line.Fields.Length} fields where there should be {fields}; separate them by one tab each.");
                continue;
            }

            var one = make(line);
            problems.AddRange(line.Problems);
            if (line.Problems.Count == 0)
            {
                made.Add(one);
            }
        }

        return made;
    }
}

/// <summary>One line of a <see cref="TabFile"/> and what its reader found wrong with it.</summary>
internal sealed record TabLine(string File, int Number, string[] Fields, Dictionary<string, int> Seen, List<string> Problems)
{
    public string this[int index] => Fields[index];

    public void Require(bool right, string otherwise)
    {
        if (!right)
        {
            Problems.Add($"{File}:{Number}: {otherwise}.");
        }
    }

    /// <summary>The key may stand in the file once.</summary>
    public void RequireFirst(string key, string otherwise) =>
        Require(Seen.TryAdd(key, Number), $"{otherwise} in line {Seen[key]}; keep one of the two");
}
