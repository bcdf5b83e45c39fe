namespace DcCourseIndex.Catalog.Language;

/// <summary>Ukrainian and English words that say nothing about what a course is on.</summary>
public static class StopWords
{
    private static readonly HashSet<string> Words = LanguageFiles.Words(LanguageFiles.StopWords).Select(TextFolding.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public static int Count => Words.Count;

    /// <summary>All of them, folded.</summary>
    public static IReadOnlyCollection<string> All => Words;

    /// <summary>True for a function word, folded as by <see cref="TextFolding"/>.</summary>
    public static bool Contains(string foldedWord) => Words.Contains(foldedWord);
}
