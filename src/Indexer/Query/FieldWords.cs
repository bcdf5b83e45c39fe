using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer.Query;

/// <summary>
/// The words that, with a colon and a value behind them, narrow a typed query: «мова:uk» is the filter <c>language</c>. They stand in both languages;
/// any other word before a colon is a word like all others.
/// </summary>
public static class FieldWords
{
    /// <summary>The words for the title, which is no filter: what follows is looked for in titles only.</summary>
    public static IReadOnlyList<string> Title { get; } = ["title", "назва"];

    /// <summary>The words of each filter; the first is its parameter, the second its Ukrainian name.</summary>
    public static IReadOnlyDictionary<Facet, IReadOnlyList<string>> Filters { get; } = Enum.GetValues<Facet>().ToDictionary(
        facet => facet,
        facet => (IReadOnlyList<string>)[Wire.Name(facet), .. Others(facet)]);

    private static readonly Dictionary<string, Facet> ByWord = Filters
        .SelectMany(pair => pair.Value, (pair, word) => (word, pair.Key))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    internal static bool IsTitle(string word) => Title.Contains(word, StringComparer.OrdinalIgnoreCase);

    internal static Facet? Read(string word) => ByWord.TryGetValue(word, out var facet) ? facet : null;

    private static string[] Others(Facet facet) => facet switch
    {
        Facet.Area => ["сфера"],
        Facet.Competence => ["компетентність", "компетенція"],
        Facet.Level => ["рівень"],
        Facet.Context => ["мета", "purpose"],
        Facet.Language => ["мова"],
        Facet.Subtitle => ["субтитри", "subtitles"],
        Facet.Provider => ["платформа", "портал", "platform"],
        Facet.Source => ["джерело"],
        Facet.Price => ["ціна", "вартість"],
        Facet.Access => ["доступ"],
        Facet.Mode => ["темп", "режим", "pace"],
        Facet.Credential => ["документ"],
        Facet.Tutor => ["підтримка", "наставник", "mentor"],
        Facet.Duration => ["тривалість", "обсяг"],
        Facet.Start => ["початок"],
        Facet.Link => ["посилання"],
        Facet.State => ["стан"],
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "A filter without words."),
    };
}
