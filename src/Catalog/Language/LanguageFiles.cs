namespace DcCourseIndex.Catalog.Language;

/// <summary>The word lists of the project, carried in the assembly so that no path is needed.</summary>
internal static class LanguageFiles
{
    public static string Supplement { get; } = Read("uk-supplement.dic");

    public static string Irregular { get; } = Read("uk-irregular.txt");

    public static string EnglishIrregular { get; } = Read("en-irregular.txt");

    public static string EnglishWords { get; } = Read("en-words.txt");

    public static string Spellings { get; } = Read("spellings.txt");

    public static string Asking { get; } = Read("asking.txt");

    public static string StopWords { get; } = Read("stopwords.txt");

    /// <summary>The lines of a list without comments (#) and empty ones.</summary>
    public static IEnumerable<string> Lines(string list) =>
        list.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

    /// <summary>The words of a list that has several in a line.</summary>
    public static IEnumerable<string> Words(string list) => Lines(list).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of a list whose first word stands for those after it, by the latter.</summary>
    public static Dictionary<string, string> Forms(string list) => Lines(list)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1), (words, form) => (form, words[0]))
        .DistinctBy(pair => pair.form)
        .ToDictionary(StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(LanguageFiles).Assembly.GetManifestResourceStream("Language." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
