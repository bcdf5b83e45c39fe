namespace DcCourseIndex.Catalog.Language;

/// <summary>Reads the other spelling of a word as the one: проект as проєкт, вчитель as учитель, colour as color, organise as organize.</summary>
internal static class Spellings
{
    private static readonly Dictionary<string, string> Beginnings = LanguageFiles.Forms(string.Join('\n', LanguageFiles.Lines(LanguageFiles.Spellings).Select(Reversed)));
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByBeginning = Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Shortest = Beginnings.Keys.Min(beginning => beginning.Length);
    private static readonly int Longest = Beginnings.Keys.Max(beginning => beginning.Length);

    // -ise and its forms are American -ize; a word of three letters before them may be something else (rise, wise), and both spellings of such words meet again.
    private static readonly string[] IseEndings = ["isation", "isations", "ise", "ises", "ised", "ising", "iser", "isers"];

    /// <summary>The folded word in the spelling under which both are found; the word itself where there is only one.</summary>
    public static string One(string word)
    {
        for (var length = Math.Min(Longest, word.Length); length >= Shortest; length--)
        {
            if (ByBeginning.TryGetValue(word.AsSpan(0, length), out var other))
            {
                return string.Concat(other, word.AsSpan(length));
            }
        }

        return word.Length > 6 && char.IsAsciiLetterLower(word[0]) && Array.Find(IseEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)) is { } end
            ? $"{word.AsSpan(0, word.Length - end.Length)}iz{end.AsSpan(2)}"
            : word;
    }

    private static string Reversed(string line) => line.Split(' ') is [var written, var read] ? $"{read} {written}" : throw new InvalidDataException($"spellings.txt: «{line}» is not two words.");
}
