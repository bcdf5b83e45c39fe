namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>The words of an explanation in one language.</summary>
internal sealed record ExplanationWords
{
    private static readonly ExplanationWords English = new()
    {
        Columns = ["title", "competences", "keywords", "summary", "description"],
        NoWord = "The query asks for no word, so every course fits.",
        Nowhere = "nowhere",
        OtherForm = "in the form",
        Synonym = "by a synonym,",
        Translation = "by a translation,",
        AllWords = "all words together",
        Title = "the title has all words",
        Topic = "competences that the query speaks of",
        Theme = "other words of the same theme",
        Prior = "open, working, described, new",
        Score = "Score",
        ReadAs = "The query was read as «{0}» ({1}).",
        Reasons = new() { ["typo"] = "typing mistake", ["layout"] = "keyboard layout", ["transliteration"] = "Latin letters" },
    };

    private static readonly ExplanationWords Ukrainian = new()
    {
        Columns = ["назва", "компетентності", "ключові слова", "анотація", "опис"],
        NoWord = "Запит не вимагає жодного слова, тому підходить кожен курс.",
        Nowhere = "ніде",
        OtherForm = "у формі",
        Synonym = "синонімом",
        Translation = "перекладом",
        AllWords = "усі слова разом",
        Title = "назва має всі слова",
        Topic = "компетентності, про які запит",
        Theme = "інші слова тієї самої теми",
        Prior = "відкритість, справність, повнота, новизна",
        Score = "Оцінка",
        ReadAs = "Запит прочитано як «{0}» ({1}).",
        Reasons = new() { ["typo"] = "описка", ["layout"] = "розкладка клавіатури", ["transliteration"] = "латинські літери" },
    };

    /// <summary>Title, competences, keywords, summary, description.</summary>
    public required IReadOnlyList<string> Columns { get; init; }
    public required string NoWord { get; init; }
    public required string Nowhere { get; init; }
    public required string OtherForm { get; init; }
    public required string Synonym { get; init; }
    public required string Translation { get; init; }
    public required string AllWords { get; init; }
    public required string Title { get; init; }
    public required string Topic { get; init; }
    public required string Theme { get; init; }
    public required string Prior { get; init; }
    public required string Score { get; init; }
    public required string ReadAs { get; init; }

    /// <summary>By the reason of a correction.</summary>
    public required Dictionary<string, string> Reasons { get; init; }

    public static ExplanationWords In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Ukrainian;
}
